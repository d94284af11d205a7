package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** An exchange. */
@Serdeable
@Schema(description = "An exchange: what comes back and what goes out instead. Each has a receipt key of its own.")
public record PostExchangeRequest(
        @NotNull @Valid @Schema(description = "What comes back.") PostRefundRequest refund,
        @NotNull @Valid @Schema(description = "What goes out instead.") PostPurchaseRequest purchase) {}
