package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** Something given back. */
@Serdeable
@Schema(description = "Something given back: of which purchase, which line, how many.")
public record RefundLineRequest(
        @Nullable @Size(max = 40) @Schema(description = "The purchase, by id.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String purchaseId,
        @Nullable @Valid @Schema(description = "The purchase, by its receipt; this or `purchaseId`.")
                PurchaseReferenceRequest purchase,
        @Nullable @Min(1) @Max(10000) @Schema(description = "The line's position; all that is left of the purchase when absent.", example = "1")
                Integer position,
        @Nullable @Size(max = 30) @Schema(description = "Quantity given back; all that is left of the line when neither this nor an amount is given.", example = "1")
                String quantity,
        @Nullable @Valid @Schema(description = "Amount given back; the quantity's share of the line when absent.")
                Money amount) {}
