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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Judging again what a rule judged, over HTTP. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Rules")
class RejudgementController {

    private final Rejudgements rejudgements;
    private final RejudgementRows rows;
    private final RejudgementAnswers answers;

    RejudgementController(Rejudgements rejudgements, RejudgementRows rows, RejudgementAnswers answers) {
        this.rejudgements = rejudgements;
        this.rows = rows;
        this.answers = answers;
    }

    /** Tries what judging again would do. */
    @Post("/rules/{ruleId}/rejudgements")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "tryJudgingAgain",
            summary = "Try judging purchases again",
            description = "Queues a trial that reckons, without changing anything, what it would come to if the purchases that a"
                    + " version of the rule judged were judged without it, or by another version in its place: purchases,"
                    + " members, points more and less, and how much of it would be owed. The version must judge no longer.")
    RejudgementResponse create(
            Caller caller,
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid JudgeAgainRequest request) {
        return answers.of(rejudgements.begin(
                StaffCallers.of(caller), Optional.ofNullable(key), rule(ruleId), request));
    }

    /** How a rule was judged again. */
    @Get("/rules/{ruleId}/rejudgements")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listRejudgements",
            summary = "List what of a rule was judged again",
            description = "The latest hundred trials of the rule and what became of them, the latest first.")
    RejudgementListResponse list(
            @Parameter(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId) {
        return new RejudgementListResponse(
                rows.ofRule(rule(ruleId)).stream().map(answers::of).toList());
    }

    /** One of them. */
    @Get("/rejudgements/{rejudgementId}")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRejudgement",
            summary = "Read a judging again",
            description = "What the trial found, how far the correction is and what it has come to.")
    RejudgementResponse get(
            @Parameter(description = "Its id.", example = "rej_01kq5zv4m8e7t9b3x2c1d0f6ga") String rejudgementId) {
        return answers.of(rejudgements.find(id(rejudgementId)));
    }

    /** Puts points right. */
    @Put("/rejudgements/{rejudgementId}/correction")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "judgeAgain",
            summary = "Put points right by judging again",
            description = "Has what was tried done: each purchase concerned gets one correcting transaction that points at it,"
                    + " which takes points back as a refund does, or gives those that are missing. Beyond the limits of points"
                    + " by hand it waits for a second person's yes. Repeating it is safe.")
    RejudgementResponse start(
            Caller caller,
            @Parameter(description = "Its id.", example = "rej_01kq5zv4m8e7t9b3x2c1d0f6ga") String rejudgementId) {
        return answers.of(rejudgements.start(StaffCallers.of(caller), id(rejudgementId)));
    }

    private static UUID rule(String ruleId) {
        return PublicId.RULE.parseOr(ruleId, ProblemCode.RULE_NOT_FOUND);
    }

    private static UUID id(String rejudgementId) {
        return PublicId.REJUDGEMENT.parseOr(rejudgementId, ProblemCode.REJUDGEMENT_NOT_FOUND);
    }
}
