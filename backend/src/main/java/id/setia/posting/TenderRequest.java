package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.purchases.TenderKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** A part of the payment. */
@Serdeable
@Schema(description = "A part of the payment.")
public record TenderRequest(
        @NotNull @Schema(description = "What it was paid with.", example = "cash") TenderKind kind,
        @NotNull @Valid @Schema(description = "How much of it.") Money amount) {}
