package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SettingDesk;
import id.setia.kernel.Problem;
import id.setia.program.ProgramSettings;
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

/** What a rule may cost before a second person has to agree, over HTTP. */
@Controller("/api/v1/settings/rule-publication")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class RulePublicationController {

    private final SettingDesk settings;
    private final ProgramSettings program;

    RulePublicationController(SettingDesk settings, ProgramSettings program) {
        this.settings = settings;
        this.program = program;
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getRulePublicationPolicy",
            summary = "Read the limits of publishing rules",
            description = "What a rule may be expected to cost before a second person has to agree, and whose yes counts.")
    HttpResponse<RulePublicationPolicy> get() {
        return settings.read(RulePublicationPolicy.SETTING, RulePublicationPolicy.class, RulePublicationPolicy.USUAL);
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
        return settings.change(caller, RulePublicationPolicy.SETTING, policy, Optional.ofNullable(version));
    }
}
