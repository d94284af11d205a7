package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A payment card a member is known by. */
@Serdeable
@Schema(description = "A payment card a member is known by.")
public record PaymentCardResponse(
        @Schema(description = "Its id.", example = "pay_01kq5zv4m8e7t9b3x2c1d0f6ga") String paymentCardId,
        @Schema(description = "Who gave the token.", example = "acquirer-one") String issuer,
        @Schema(description = "The end of the token.", example = "••••4b1a") String maskedToken,
        @Nullable @Schema(description = "What the member calls it.", example = "Kartu kredit") String label,
        @Schema(description = "Since when the member is known by it.", example = "2026-11-22T01:40:00Z") Instant addedAt) {}
