package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.purchases.Refund;
import id.setia.purchases.Refunds;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** Refunds over HTTP. */
@Controller("/api/v1/refunds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Refunds")
class RefundController {

    private final RefundReader reader;
    private final RefundPoster poster;
    private final RefundBatches batches;
    private final Refunds refunds;
    private final RefundAnswers answers;
    private final Slips slips;
    private final SignedMode signed;

    RefundController(
            RefundReader reader,
            RefundPoster poster,
            RefundBatches batches,
            Refunds refunds,
            RefundAnswers answers,
            Slips slips,
            SignedMode signed) {
        this.reader = reader;
        this.poster = poster;
        this.batches = batches;
        this.refunds = refunds;
        this.answers = answers;
        this.slips = slips;
        this.signed = signed;
    }

    /** Posts a refund. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.REFUNDS_WRITE)
    @Operation(
            operationId = "postRefund",
            summary = "Post a refund",
            description =
                    "Takes back lines of one or several purchases and the points they earned, in whole or in part. Sending"
                            + " the same refund again is safe. A refund that comes before its purchase waits for it up to 30"
                            + " days.")
    @ApiResponse(responseCode = "201", description = "The refund is in the books.")
    @ApiResponse(responseCode = "200", description = "It was in the books before; the first answer again.")
    HttpResponse<RefundResponse> post(@Body @Valid PostRefundRequest request, Caller caller) {
        signed.requireUnsigned(ApiClients.of(caller));
        PostedRefund posted = poster.post(reader.read(request, ApiClients.of(caller)));
        RefundResponse answer = slips.of(ApiClients.of(caller), posted);
        return posted.replayed() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }

    /** Posts several refunds. */
    @Post("/batch")
    @Status(HttpStatus.OK)
    @Allowed(scopes = Scope.REFUNDS_WRITE)
    @Operation(
            operationId = "postRefunds",
            summary = "Post several refunds",
            description = "Posts up to 100 refunds at once, also late ones with their original times. Each is answered by itself: one"
                    + " that is refused keeps none of the others out. Sending the batch again is safe.")
    RefundBatchResponse postSeveral(@Body @Valid PostRefundsRequest request, Caller caller) {
        return batches.post(ApiClients.of(caller), request.refunds());
    }

    /** Reads a refund. */
    @Get("/{refundId}")
    @Allowed(
            scopes = {Scope.PURCHASES_READ, Scope.REFUNDS_WRITE},
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getRefund",
            summary = "Read a refund",
            description = "The refund with what it took back, or that it still waits.")
    RefundResponse get(String refundId, Caller caller) {
        Refund refund = refunds.find(PublicId.REFUND.parseOr(refundId, ProblemCode.REFUND_NOT_FOUND))
                .filter(found -> !(caller instanceof Caller.ApiClient client)
                        || found.head().partnerId().equals(client.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.REFUND_NOT_FOUND));
        return slips.seen(caller, answers.of(refund));
    }
}
