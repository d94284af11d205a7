package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.members.MemberPath;
import id.setia.members.PartnerReads;
import id.setia.rewards.MemberVoucherListResponse;
import id.setia.rewards.MemberVouchers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;

/** A member's vouchers over HTTP. */
@Controller("/api/v1/members/{memberId}/vouchers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rewards")
class MemberVoucherController {

    private final MemberVouchers vouchers;
    private final MemberPath path;
    private final PartnerReads reads;
    private final AuditTrail audit;

    MemberVoucherController(MemberVouchers vouchers, MemberPath path, PartnerReads reads, AuditTrail audit) {
        this.vouchers = vouchers;
        this.path = path;
        this.reads = reads;
        this.audit = audit;
    }

    @Get
    @Allowed(
            member = true,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.AUDITOR},
            scopes = Scope.MEMBERS_READ)
    @Operation(
            operationId = "listMemberVouchers",
            summary = "List a member's vouchers",
            description = "Vouchers from rewards and offers, the latest first. The code is for the member alone, once they had it shown;"
                    + " others see its end. Systems of partners other than the program's owner see those that are good at"
                    + " theirs, of members who agree to share their data with partners.")
    MemberVoucherListResponse list(
            Caller caller,
            @Parameter(description = "The member, or `me` for the one signed in.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "Whether only those that are good now.", example = "true") @QueryValue(defaultValue = "false") boolean usable,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "dm91XzAxa3E1enY0bTg") @Nullable @QueryValue String cursor) {
        UUID member = path.member(caller, memberId);
        reads.note(caller, member, "member.vouchers_viewed");
        if (caller instanceof Caller.SignedInStaff) {
            audit.record(caller, "member.vouchers_viewed", "member", member);
        }
        Optional<UUID> honouredBy = caller instanceof Caller.ApiClient client && !client.programOwner()
                ? Optional.of(client.partnerId())
                : Optional.empty();
        return vouchers.page(
                new MemberVouchers.Wanted(member, honouredBy, usable),
                caller instanceof Caller.SignedInMember,
                Optional.ofNullable(cursor),
                limit);
    }
}
