package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A line of a purchase with its points. */
@Serdeable
@Schema(description = "A line of a purchase with its points.")
public record PurchaseLineResponse(
        @Schema(description = "Its place on the receipt.", example = "1") int position,
        @Nullable @Schema(description = "Stock keeping unit.", example = "8991002101234") String sku,
        @Schema(description = "Name as printed.", example = "Bayam 250 g") String name,
        @Schema(description = "Quantity bought.", example = "2") String quantity,
        @Schema(description = "What the line cost.") Money amount,
        @Nullable @Schema(description = "Category as a path.", example = "Segar > Sayur") String category,
        @Nullable @Schema(description = "Brand.", example = "Kebun Kita") String brand,
        @Schema(description = "Its points as they stand, refunds taken off.", example = "12") long points,
        @Schema(description = "How much of it was refunded.", example = "0") String refundedQuantity) {}
