package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.ProgramSettings;
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

/** What a rule may cost before a second person has to agree, over HTTP. */
@Controller("/api/v1/settings/rule-publication")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class RulePublicationController {

    private static final UUID PROGRAM = new UUID(0, 1);

    private final Settings settings;
    private final ProgramSettings program;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Json json;

    RulePublicationController(
            Settings settings, ProgramSettings program, Transactions transactions, AuditTrail audit, Json json) {
        this.settings = settings;
        this.program = program;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getRulePublicationPolicy",
            summary = "Read the limits of publishing rules",
            description = "What a rule may be expected to cost before a second person has to agree, and whose yes counts.")
    HttpResponse<RulePublicationPolicy> get() {
        return answer(settings.read(
                RulePublicationPolicy.SETTING, RulePublicationPolicy.class, RulePublicationPolicy.USUAL));
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeRulePublicationPolicy",
            summary = "Change the limits of publishing rules",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<RulePublicationPolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid RulePublicationPolicy policy) {
        if (!policy.namesRoles()) {
            throw Problem.invalid("/approvers", "role_unknown");
        }
        if (policy.worthPerMonth() != null
                && policy.worthPerMonth().minor(program.current().currency(), "/worthPerMonth") < 0) {
            throw Problem.invalid("/worthPerMonth/amount", "must_not_be_negative");
        }
        Version from = Version.of(Optional.ofNullable(version));
        return answer(transactions.write(connection -> {
            Setting<RulePublicationPolicy> changed = settings.change(RulePublicationPolicy.SETTING, policy, from);
            audit.record(
                    caller, "setting.changed", "setting", PROGRAM, RulePublicationPolicy.SETTING, json.write(policy));
            return changed;
        }));
    }

    private static HttpResponse<RulePublicationPolicy> answer(Setting<RulePublicationPolicy> setting) {
        return HttpResponse.ok(setting.value())
                .header(HttpHeaders.ETAG, setting.version().tag());
    }
}
