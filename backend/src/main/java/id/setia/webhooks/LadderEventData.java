package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The ladder of tiers. */
@Serdeable
@Schema(description = "The ladder of tiers.")
record LadderEventData(
        @Schema(description = "Number of the version.", example = "3") long version) {}
