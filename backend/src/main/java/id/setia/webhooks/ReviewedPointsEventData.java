package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points of a purchase that wait, or waited, for a check. */
@Serdeable
@Schema(description = "Points of a purchase that wait, or waited, for a check.")
record ReviewedPointsEventData(
        @Schema(description = "The check.", example = "rev_01kq5zv4m8e7t9b3x2c1d0f6ga") String reviewId,
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "How many points.", example = "250") long points) {}
