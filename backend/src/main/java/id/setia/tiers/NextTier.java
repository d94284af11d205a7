package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** What the next tier still takes. */
@Serdeable
@Schema(description = "The next tier not yet reached and what it still takes.")
public record NextTier(
        @Schema(description = "The tier.") TierResponse tier,
        @Schema(description = "Money still to spend to reach it at the next evaluation.") Money spendNeeded,
        @Schema(description = "Last day on which spending counts for it.", example = "2026-11-30") LocalDate by,
        @Schema(description = "Day the tier would take effect.", example = "2026-12-01") LocalDate evaluatedOn,
        @Schema(description = "The same as a sentence.") LocalText text,
        @Schema(
                        description = "Share of the spend needed that is there, from 0.03 to 1; never shown as nothing.",
                        example = "0.83")
                double progress) {}
