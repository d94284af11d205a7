package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** Trying rules on a purchase, or on the purchases of a time, over HTTP. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class RuleTrialController {

    private final RuleChanges changes;
    private final RuleTrials trials;
    private final BackTests tests;

    RuleTrialController(RuleChanges changes, RuleTrials trials, BackTests tests) {
        this.changes = changes;
        this.trials = trials;
        this.tests = tests;
    }

    /** Tries a rule on a purchase. */
    @Post("/trial")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.MARKETER, Role.ANALYST})
    @Operation(
            operationId = "tryRule",
            summary = "Try a rule on a purchase",
            description = "Says what a purchase would give with unsaved terms, a draft or any version of a rule, with the whole"
                    + " explanation, beside what the rules in force at its time give. Changes nothing.")
    TrialResponse tryOut(Caller caller, @Body @Valid TryRuleRequest request) {
        return trials.on(
                StaffCallers.of(caller),
                changes.of(request.terms(), request.draftId(), request.ruleId(), request.version()),
                request);
    }

    /** Tries a rule on past purchases. */
    @Post("/back-tests")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = {Role.MARKETER, Role.ANALYST})
    @Operation(
            operationId = "createBackTest",
            summary = "Try a rule on past purchases",
            description = "Queues a job that judges every member's purchase of a time once by the rules of then and once with the"
                    + " rule that is tried among them, in the circumstances of then. It only reads.")
    BackTestResponse test(
            Caller caller,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid BackTestRequest request) {
        return tests.queue(StaffCallers.of(caller), Optional.ofNullable(key), request);
    }

    /** The latest back-tests. */
    @Get("/back-tests")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listBackTests",
            summary = "List back-tests",
            description = "The latest fifty, the latest first.")
    BackTestListResponse list() {
        return new BackTestListResponse(tests.latest());
    }

    /** One back-test. */
    @Get("/back-tests/{jobId}")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getBackTest",
            summary = "Read a back-test",
            description = "How far it is and, once done, points, money, winners and losers by tier, months and categories.")
    BackTestResponse get(
            @Parameter(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId) {
        return tests.find(PublicId.JOB.parseOr(jobId, ProblemCode.JOB_NOT_FOUND));
    }
}
