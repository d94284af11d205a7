package id.setia.points;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Points that lapse together, next. */
@Serdeable
@Schema(description = "Points that lapse together, next.")
public record NextExpiry(
        @Schema(description = "How many.", example = "1820") long points,
        @Schema(description = "The first moment at which they are gone.", example = "2026-12-31T17:00:00Z") Instant at,
        @Schema(description = "What they are worth.") Money worth) {}
