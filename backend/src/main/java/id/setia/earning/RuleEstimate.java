package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a rule is expected to cost. */
@Serdeable
@Schema(description = "What publishing a rule is expected to cost.")
public record RuleEstimate(
        @Schema(description = "Points a month more, or negative fewer.", example = "42000") long pointsPerMonth,
        @Schema(
                        description = "Purchases of the last thirty days it was reckoned from; 0 when it is what staff stated.",
                        example = "5214")
                long purchases) {}
