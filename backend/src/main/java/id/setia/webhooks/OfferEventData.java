package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An offer. */
@Serdeable
@Schema(description = "An offer.")
record OfferEventData(
        @Schema(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
        @Schema(description = "When it begins.", example = "2026-12-01T00:00:00Z") Instant startsAt,
        @Schema(description = "When it ends.", example = "2027-01-01T00:00:00Z") Instant endsAt) {}
