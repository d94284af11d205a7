package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A payment card to be known by. */
@Serdeable
@Schema(description = "A payment card a member wants to be known by.")
public record AddPaymentCardRequest(
        @NotNull @Valid @Schema(description = "The card, by its token.") PaymentTokenRequest paymentToken,
        @Nullable @Size(max = 60) @Schema(description = "What the member calls it.", example = "Kartu kredit") String label) {}
