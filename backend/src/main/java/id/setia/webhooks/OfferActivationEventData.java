package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** An offer that a member activated, or no longer wants. */
@Serdeable
@Schema(description = "An offer that a member activated, or no longer wants.")
record OfferActivationEventData(
        @Schema(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {}
