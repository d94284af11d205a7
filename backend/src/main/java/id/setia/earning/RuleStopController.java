package id.setia.earning;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** Stopping a rule at once, over HTTP. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class RuleStopController {

    private final RuleStops stops;
    private final RuleAnswers answers;

    RuleStopController(RuleStops stops, RuleAnswers answers) {
        this.stops = stops;
        this.answers = answers;
    }

    /** Stops a rule at once. */
    @Put("/{ruleId}/stop")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "stopRule",
            summary = "Stop an earning rule at once",
            description = "From this very moment on the rule judges no purchase, on every server, without waiting and whatever"
                    + " version is in force or to come. What it gave stays until its purchases are judged again. Repeating it"
                    + " is safe. Rules of offers are stopped with their offers: `rule_belongs_to_offer`.")
    HttpResponse<RuleResponse> stop(
            Caller caller,
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
            @Body @Valid StopRuleRequest request) {
        UUID id = PublicId.RULE.parseOr(ruleId, ProblemCode.RULE_NOT_FOUND);
        stops.stopOwn(caller, id, request.reason().strip());
        RuleResponse rule = answers.one(id);
        return HttpResponse.ok(rule).header(HttpHeaders.ETAG, new Version(rule.version()).tag());
    }
}
