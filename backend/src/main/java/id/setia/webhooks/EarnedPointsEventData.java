package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points for something else than a purchase. */
@Serdeable
@Schema(description = "Points for something else than a purchase.")
record EarnedPointsEventData(
        @Schema(description = "A word for what it was for: `join_bonus`, `birthday`, or the code of an event.", example = "join_bonus") String reason,
        @Schema(description = "Points given.", example = "50") long points) {}
