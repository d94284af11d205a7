package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A line of a receipt. */
@Serdeable
@Schema(description = "A line of a receipt.")
public record PurchaseLineRequest(
        @NotNull @Min(1) @Max(10000) @Schema(description = "Its place on the receipt, from 1, unique.", example = "1")
                Integer position,
        @Nullable @Size(min = 1, max = 64) @Schema(description = "Stock keeping unit.", example = "8991002101234")
                String sku,
        @NotBlank @Size(max = 200) @Schema(description = "Name as printed.", example = "Bayam 250 g") String name,
        @NotBlank @Size(max = 30) @Schema(description = "Quantity, a decimal string with at most three digits after the point.", example = "2")
                String quantity,
        @Nullable @Valid @Schema(description = "Price of one.") Money unitPrice,
        @Nullable @Valid @Schema(description = "Discount on this line, already taken off `amount`.") Money discount,
        @Nullable @Size(min = 1, max = 20) @Schema(description = "Kind of the discount, such as `employee` or `promotion`.", example = "promotion")
                String discountKind,
        @NotNull @Valid @Schema(description = "What the line costs after its discount.") Money amount,
        @Nullable @Size(min = 1, max = 200) @Schema(description = "Category as a path.", example = "Segar > Sayur")
                String category,
        @Nullable @Size(min = 1, max = 120) @Schema(description = "Brand.", example = "Kebun Kita") String brand) {}
