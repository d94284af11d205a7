package id.setia.tiers;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** A member's tier, why, and what comes next. */
@Serdeable
@Schema(description = "A member's tier with its reason and dates, what keeps it, and what the next one takes.")
public record StandingResponse(
        @Schema(description = "The tier now.") TierResponse tier,
        @Nullable
                @Schema(
                        description = "Since when, without a break; absent when the member never had another and no joining was recorded.",
                        example = "2026-10-31T17:00:00Z")
                Instant since,
        @Nullable
                @Schema(
                        description = "Until when it is certain; absent for the lowest tier, which cannot be lost.",
                        example = "2026-11-30T17:00:00Z")
                Instant until,
        @Schema(description = "Why the member has this tier.") LocalText reason,
        @Nullable @Schema(description = "What it takes to keep it; absent for the lowest tier.") LocalText keeps,
        @Schema(description = "The figures behind it.") StandingMetric metric,
        @Nullable
                @Schema(description = "The next tier not yet reached; absent when the highest is the member's or is reached.")
                NextTier next,
        @Schema(description = "The tier at the next evaluation if nothing more is bought.") TierResponse projected,
        @Schema(description = "Day of the next evaluation.", example = "2026-12-01") LocalDate nextEvaluation) {

    /** The same, since joining where no other beginning is known. */
    public StandingResponse sinceJoining(Instant joinedAt) {
        return since != null
                ? this
                : new StandingResponse(tier, joinedAt, until, reason, keeps, metric, next, projected, nextEvaluation);
    }
}
