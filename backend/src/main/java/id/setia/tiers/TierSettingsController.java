package id.setia.tiers;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Json;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Setting;
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
import java.util.UUID;

/** What administrators set about tiers given by hand. */
@Controller("/api/v1/settings/tier-grants")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class TierSettingsController {

    private static final UUID PROGRAM = new UUID(0, 1);

    private final Settings settings;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Json json;

    TierSettingsController(Settings settings, Transactions transactions, AuditTrail audit, Json json) {
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
    }

    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(
            operationId = "getTierGrantPolicy",
            summary = "Read the limit of tiers given by hand",
            description = "How long one person alone may give a tier for.")
    HttpResponse<TierGrantPolicy> read() {
        return answer(settings.read(TierGrantPolicy.SETTING, TierGrantPolicy.class, TierGrantPolicy.USUAL));
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
        Version from = Version.of(Optional.ofNullable(version));
        return answer(transactions.write(connection -> {
            Setting<TierGrantPolicy> changed = settings.change(TierGrantPolicy.SETTING, policy, from);
            audit.record(
                    caller, "setting.changed", "setting", PROGRAM, TierGrantPolicy.SETTING, json.write(policy));
            return changed;
        }));
    }

    private static HttpResponse<TierGrantPolicy> answer(Setting<TierGrantPolicy> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
