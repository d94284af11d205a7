package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

@Controller("/api/v1/members/me/referral")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class ReferralController {

    private final Referrals referrals;

    ReferralController(Referrals referrals) {
        this.referrals = referrals;
    }

    @Get
    @Allowed(member = true)
    @Operation(
            operationId = "getReferral",
            summary = "Read one's code for friends",
            description = "The code that a friend names at joining. After the friend's first purchase both get the points that"
                    + " the rules in force give for it, for so many friends a year.")
    ReferralResponse get(Caller caller) {
        UUID memberId = OwnMember.of(caller);
        Referrals.Count count = referrals.count(memberId);
        return new ReferralResponse(referrals.codeOf(memberId), count.invited(), count.rewarded());
    }
}
