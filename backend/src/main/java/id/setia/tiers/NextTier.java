package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** What the next tier still takes. */
@Serdeable
@Schema(description = "The next tier not yet reached and what it still takes.")
public record NextTier(
        @Schema(description = "The tier.") TierResponse tier,
        @Nullable
                @Schema(description = "Money still to spend to reach it; absent where the ladder counts points or visits.")
                Money spendNeeded,
        @Schema(description = "Last day on which what is done counts for it.", example = "2026-11-30") LocalDate by,
        @Schema(
                        description = "Day the tier would take effect at the latest; today where it is given at once.",
                        example = "2026-12-01")
                LocalDate evaluatedOn,
        @Schema(description = "The same as a sentence.") LocalText text,
        @Schema(
                        description = "Share of what is needed that is there, from 0.03 to 1; never shown as nothing.",
                        example = "0.83")
                double progress,
        @Schema(description = "What is still to do to reach it.") TierAmount needed,
        @Schema(
                        description = "Whether the purchase that reaches it gives it at once, not only the next evaluation.",
                        example = "false")
                boolean atOnce) {}
