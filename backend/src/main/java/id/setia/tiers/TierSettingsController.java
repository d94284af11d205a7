package id.setia.tiers;

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

/** What administrators set about tiers given by hand. */
@Controller("/api/v1/settings/tier-grants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class TierSettingsController {

    private final SettingDesk settings;

    TierSettingsController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getTierGrantPolicy",
            summary = "Read the limit of tiers given by hand",
            description = "How long one person alone may give a tier for.")
    HttpResponse<TierGrantPolicy> read() {
        return settings.read(TierGrantPolicy.SETTING, TierGrantPolicy.class, TierGrantPolicy.USUAL);
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeTierGrantPolicy",
            summary = "Change the limit of tiers given by hand",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<TierGrantPolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid TierGrantPolicy policy) {
        return settings.change(caller, TierGrantPolicy.SETTING, policy, Optional.ofNullable(version));
    }
}
