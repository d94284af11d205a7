package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.purchases.RefundRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Supplier;

/** Exchanges over HTTP. */
@Controller("/api/v1/exchanges")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Refunds")
class ExchangeController {

    private final RefundReader refunds;
    private final ReceiptReader purchases;
    private final Exchanges exchanges;
    private final Slips slips;

    ExchangeController(RefundReader refunds, ReceiptReader purchases, Exchanges exchanges, Slips slips) {
        this.refunds = refunds;
        this.purchases = purchases;
        this.exchanges = exchanges;
        this.slips = slips;
    }

    /** Posts an exchange. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.REFUNDS_WRITE)
    @Operation(
            operationId = "postExchange",
            summary = "Post an exchange",
            description = "A refund and a purchase in one: both are posted, the refund first, or neither. Needs the scope"
                    + " `purchases:write` too. Sending it again is safe; each answers as it would alone.")
    @ApiResponse(responseCode = "201", description = "Both are in the books.")
    @ApiResponse(responseCode = "200", description = "Both were in the books before; the first answers again.")
    HttpResponse<ExchangeResponse> post(@Body @Valid PostExchangeRequest request, Caller caller) {
        Caller.ApiClient till = ApiClients.of(caller);
        if (!till.scopes().contains(Scope.PURCHASES_WRITE)) {
            throw Problem.of(ProblemCode.INSUFFICIENT_SCOPE);
        }
        RefundRequest refund = within("/refund", () -> refunds.read(request.refund(), till));
        NewPurchase sale = within("/purchase", () -> purchases.read(request.purchase(), till));
        Posted.Exchange exchanged = exchanges.post(refund, sale);
        ExchangeResponse answer =
                new ExchangeResponse(slips.of(till, exchanged.refund()), slips.of(till, exchanged.sale(), sale.member()));
        boolean replayed = exchanged.refund().replayed() && exchanged.sale().replayed();
        return replayed ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }

    /** Reads a part of the request; what is wrong with it is named where it stands in the whole. */
    private static <T> T within(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            throw Problem.invalid(problem.errors().stream()
                    .map(error -> new FieldError(part + error.pointer(), error.code(), error.arguments()))
                    .toList());
        }
    }
}
