package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.purchases.TenderKind;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A part of the payment. */
@Serdeable
@Schema(description = "A part of the payment.")
public record TenderRequest(
        @NotNull @Schema(description = "What it was paid with.", example = "cash") TenderKind kind,
        @NotNull @Valid @Schema(description = "How much of it.") Money amount,
        @Nullable @Size(max = 40)
                @Schema(
                        description = "The hold whose points pay it, of a tender of `points`; the purchase then uses them. A hold that cannot pay it gives a warning, and the sale is taken all the same.",
                        example = "hld_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String holdId) {

    TenderRequest(TenderKind kind, Money amount) {
        this(kind, amount, null);
    }
}
