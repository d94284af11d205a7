package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points that staff added or took. */
@Serdeable
@Schema(description = "Points that staff added or took.")
record AdjustedPointsEventData(
        @Schema(description = "The correction.", example = "cor_01kq5zv4m8e7t9b3x2c1d0f6ga") String correctionId,
        @Schema(description = "Points added; negative where they were taken.", example = "40") long points,
        @Schema(description = "Why, as a code.", example = "goodwill") String reason) {}
