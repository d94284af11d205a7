package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
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
import java.util.List;

/** Exchanges over HTTP. */
@Controller("/api/v1/exchanges")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Refunds")
class ExchangeController {

    private final RowReading reading;
    private final Exchanges exchanges;
    private final Slips slips;
    private final SignedMode signed;

    ExchangeController(RowReading reading, Exchanges exchanges, Slips slips, SignedMode signed) {
        this.reading = reading;
        this.exchanges = exchanges;
        this.slips = slips;
        this.signed = signed;
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
            throw Scope.insufficient(List.of(Scope.PURCHASES_WRITE));
        }
        signed.requireUnsigned(till);
        Sent.Exchange exchange = reading.exchange(request, till);
        Posted.Exchange exchanged = exchanges.post(exchange);
        ExchangeResponse answer = new ExchangeResponse(
                slips.of(till, exchanged.refund()), slips.of(till, exchanged.sale(), exchange.sale().member()));
        return exchanged.replayed() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }
}
