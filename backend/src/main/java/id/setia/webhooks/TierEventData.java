package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A member's tier. */
@Serdeable
@Schema(description = "A member's tier.")
record TierEventData(
        @Schema(description = "Code of the tier before.", example = "red") String from,
        @Schema(description = "Code of the tier now.", example = "gold") String to,
        @Schema(description = "From when it holds.", example = "2026-12-01T00:00:00Z") Instant effectiveFrom,
        @Schema(description = "What brought it: `purchase`, `run`, `grant` …", example = "run") String cause) {}
