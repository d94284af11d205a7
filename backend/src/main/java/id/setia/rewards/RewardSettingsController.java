package id.setia.rewards;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** What an administrator may set of rewards, over HTTP. */
@Controller("/api/v1/settings/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class RewardSettingsController {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    RewardSettingsController(Settings settings, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** How long redemptions and uses of vouchers may be taken back. */
    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.AUDITOR})
    @Operation(
            operationId = "getRewardSettings",
            summary = "Read what is allowed of redemptions and vouchers",
            description = "How long redemptions and uses of vouchers may be taken back, and when codes count as running out.")
    HttpResponse<RewardSettings> get() {
        Setting<RewardPolicy> policy = settings.read(RewardPolicy.NAME, RewardPolicy.class, RewardPolicy.DEFAULT);
        return answer(RewardSettings.of(policy.value()), policy.version());
    }

    /** Changes it. */
    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeRewardSettings",
            summary = "Change what is allowed of redemptions and vouchers",
            description = "Counts for redemptions and uses of before, too.")
    HttpResponse<RewardSettings> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid RewardSettings change) {
        Version from = Version.of(Optional.ofNullable(ifMatch));
        return transactions.write(connection -> {
            Setting<RewardPolicy> changed = settings.change(RewardPolicy.NAME, change.policy(), from);
            audit.record(caller, "rewards.changed", "setting", NOTHING_IN_PARTICULAR, "policy", change.toString());
            return answer(change, changed.version());
        });
    }

    private static HttpResponse<RewardSettings> answer(RewardSettings value, Version version) {
        return HttpResponse.ok(value).header(HttpHeaders.ETAG, version.tag());
    }
}
