package id.setia.partners;

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

/** What is granted to partners that leave, over HTTP. */
@Controller("/api/v1/settings/partner-leaving")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class PartnerLeavingPolicyController {

    private final SettingDesk settings;

    PartnerLeavingPolicyController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getPartnerLeavingPolicy",
            summary = "Read what is granted to partners that leave",
            description = "For how long their systems may still post refunds.")
    HttpResponse<PartnerLeavingPolicy> policy() {
        return settings.read(PartnerLeavingPolicy.SETTING, PartnerLeavingPolicy.class, PartnerLeavingPolicy.USUAL);
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changePartnerLeavingPolicy",
            summary = "Change what is granted to partners that leave",
            description = "Counts for leavings asked for from now on. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<PartnerLeavingPolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid PartnerLeavingPolicy policy) {
        return settings.change(caller, PartnerLeavingPolicy.SETTING, policy, Optional.ofNullable(version));
    }
}
