package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SettingDesk;
import id.setia.program.Settings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** What administrators decide about members who use their points themselves. */
@Controller("/api/v1/settings/member-spending")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class SpendingSettingsController {

    private final SettingDesk settings;

    SpendingSettingsController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getMemberSpendingPolicy",
            summary = "Read when members prove once more to be themselves",
            description = "From how many points on members who are signed in prove once more to be themselves, and how long points"
                    + " are not used after a change of what opens an account; `ETag` names the version.")
    HttpResponse<MemberSpendingPolicy> read() {
        return settings.read(MemberSpendingPolicy.SETTING, MemberSpendingPolicy.class, MemberSpendingPolicy.USUAL);
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeMemberSpendingPolicy",
            summary = "Decide when members prove once more to be themselves",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<MemberSpendingPolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid MemberSpendingPolicy policy) {
        return settings.change(caller, MemberSpendingPolicy.SETTING, policy, Optional.ofNullable(ifMatch));
    }
}
