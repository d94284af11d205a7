package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How the ladder is climbed, as staff write and read it. */
@Serdeable
@Schema(description = "How the ladder is climbed.")
public record TierPolicyTerms(
        @NotNull
                @Size(max = 20)
                @Schema(
                        description = "What counts: `average_spend` (each month's), `spend`, `points` earned by purchases, or `visits`.",
                        example = "average_spend")
                String metric,
        @NotNull
                @Size(max = 20)
                @Schema(
                        description = "Which whole months count: the last so many (`rolling`), a `calendar_year`, or a `membership_year` from the month of joining; what a year reached holds to the end of the next.",
                        example = "rolling")
                String window,
        @NotNull
                @Min(1)
                @Max(TierPolicy.MOST_MONTHS)
                @Schema(description = "Length of the window in months; 12 for a year.", example = "6")
                Integer months,
        @NotNull
                @Min(0)
                @Max(TierPolicy.MOST_TENURE)
                @Schema(description = "Months a member has to belong to the program before rising above the lowest tier.", example = "0")
                Integer minimumTenure,
        @NotNull
                @Schema(
                        description = "Whether the purchase that reaches a tier gives it at once; else the monthly evaluation does. Never of an average.",
                        example = "false")
                Boolean upgradeAtOnce,
        @NotNull
                @Min(0)
                @Max(TierPolicy.MOST_GRACE)
                @Schema(description = "Months a member may be below a tier before losing it.", example = "0")
                Integer grace,
        @NotNull @Schema(description = "Whether one evaluation takes a member down one tier at most.", example = "false")
                Boolean softLanding,
        @NotNull
                @Schema(
                        description = "Whether the average of those who joined within the window goes over their own months only.",
                        example = "false")
                Boolean sinceJoining) {

    static TierPolicyTerms of(TierPolicy policy) {
        return new TierPolicyTerms(
                policy.metric().value(),
                policy.window().value(),
                policy.months(),
                policy.minimumTenure(),
                policy.upgradeAtOnce(),
                policy.grace(),
                policy.softLanding(),
                policy.sinceJoining());
    }
}
