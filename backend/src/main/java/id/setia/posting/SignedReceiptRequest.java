package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A receipt, a refund or an exchange of a signed batch. */
@Serdeable
@Schema(description = "A receipt, a refund or an exchange of a signed batch: exactly one of its parts.")
public record SignedReceiptRequest(
        @Nullable @Schema(description = "A receipt, as `POST /purchases` takes it.") PostPurchaseRequest purchase,
        @Nullable @Schema(description = "A refund, as `POST /refunds` takes it.") PostRefundRequest refund,
        @Nullable @Schema(description = "A refund and a purchase, both or neither, as `POST /exchanges` takes them.") PostExchangeRequest exchange) {}
