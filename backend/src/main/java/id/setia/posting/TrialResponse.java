package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A rule tried on a purchase. */
@Serdeable
@Schema(description = "What a purchase would give with the rule that is tried, beside what the rules in force give.")
public record TrialResponse(
        @Schema(description = "Code of the tier it was judged by.", example = "gold") String tier,
        @Schema(description = "With the rules in force at its time.") TrialOutcomeResponse inForce,
        @Schema(description = "With the rule that is tried among them.") TrialOutcomeResponse trial,
        @Schema(description = "Points more, or negative less.", example = "93") long difference) {}
