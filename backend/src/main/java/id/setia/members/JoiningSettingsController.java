package id.setia.members;

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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** What administrators decide about joining. */
@Controller("/api/v1/settings/joining")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class JoiningSettingsController {

    /** The programme has no id of its own; this stands for it in the audit trail. */
    private static final UUID PROGRAM = new UUID(0, 1);

    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    JoiningSettingsController(Settings settings, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getJoiningSettings",
            summary = "Read who may join",
            description = "The least age and how it is made sure of; `ETag` names the version.")
    HttpResponse<JoiningSettingsResponse> read() {
        return answer(settings.read(JoiningPolicy.SETTING, JoiningPolicy.class, JoiningPolicy.USUAL));
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeJoiningSettings",
            summary = "Decide who may join",
            description = "Sets the least age, checked when somebody joins with a day of birth, and whether those without one must say that they are old enough.")
    HttpResponse<JoiningSettingsResponse> change(
            @Body @Valid JoiningSettingsRequest request,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        Version from = Version.of(Optional.ofNullable(ifMatch));
        JoiningPolicy policy = new JoiningPolicy(request.minimumAge(), request.ageConfirmation());
        return answer(transactions.write(connection -> {
            Setting<JoiningPolicy> changed = settings.change(JoiningPolicy.SETTING, policy, from);
            audit.record(
                    caller,
                    "joining.changed",
                    "program",
                    PROGRAM,
                    "minimumAge",
                    Integer.toString(policy.minimumAge()),
                    "ageConfirmation",
                    Boolean.toString(policy.ageConfirmation()));
            return changed;
        }));
    }

    private static HttpResponse<JoiningSettingsResponse> answer(Setting<JoiningPolicy> setting) {
        return HttpResponse.ok(JoiningSettingsResponse.of(setting.value()))
                .header(HttpHeaders.ETAG, setting.version().tag());
    }
}
