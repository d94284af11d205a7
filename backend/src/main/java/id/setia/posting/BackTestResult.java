package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a rule would have done to past purchases. */
@Serdeable
@Schema(description = "What a rule would have done to past purchases, beside what really happened.")
public record BackTestResult(
        @Schema(description = "All purchases of the time.") BackTestFigures figures,
        @Schema(description = "Members who bought.", example = "1840") long members,
        @Schema(description = "Members whose points would have been others.", example = "512") long membersTouched,
        @Schema(description = "What the difference is worth to members.") Money cost,
        @Schema(description = "How much of it would be used, as was assumed, in per cent.", example = "80")
                int expectedUsePercent,
        @Schema(
                        description = "What the difference would add to the liability after the use that is expected, at the"
                                + " accounting value of the day the test was made.")
                Money liability,
        @Schema(
                        description = "Whether the rule names audiences: it was then judged by who is in them now, for who was in"
                                + " them at the time of a purchase is not known.",
                        example = "false")
                boolean audiencesOfNow,
        @Schema(description = "By month and tier, in their order.") List<BackTestMonth> months,
        @Schema(description = "Winners and losers by tier.") List<BackTestTier> tiers,
        @Schema(description = "The twenty categories with the largest differences.") List<BackTestCategory> categories,
        @Schema(description = "By week, those without purchases left out; empty for a time of more than 54 weeks.")
                List<BackTestWeek> weeks,
        @Schema(description = "The ten receipts whose points differ most, these first.") List<BackTestReceipt> receipts) {

    /** A result kept by an earlier version has neither weeks nor receipts. */
    public BackTestResult {
        weeks = weeks == null ? List.of() : weeks;
        receipts = receipts == null ? List.of() : receipts;
    }
}
