package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** An exchange as it stands in the books. */
@Serdeable
@Schema(description = "An exchange as it stands in the books: the refund, then the purchase.")
public record ExchangeResponse(
        @Schema(description = "What came back.") RefundResponse refund,
        @Schema(description = "What went out instead.") PurchaseResponse purchase) {}
