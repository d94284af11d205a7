package id.setia.posting;

import id.setia.earning.ExplanationItem;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.points.PointsSummary;
import id.setia.tiers.StandingResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a purchase would earn. */
@Serdeable
@Schema(description = "What a purchase would earn if it were posted now, and why; nothing of it is stored.")
public record QuoteResponse(
        @Nullable @Schema(description = "The member; absent when the purchase would be nobody's.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Schema(description = "Total to pay.") Money total,
        @Schema(description = "What of it counts for points.") Money earningBase,
        @Schema(description = "Points it would give the member; 0 when it would be nobody's.", example = "248") long pointsEarned,
        @Schema(
                        description = "Points it would give somebody of the lowest tier without any offer, for a word about joining.",
                        example = "186")
                long pointsForNewMember,
        @Nullable @Schema(description = "Why its points would wait for a check, in plain words; absent when they would not.")
                LocalText pendingReason,
        @Schema(description = "Its lines with their points.") List<PurchaseLineResponse> lines,
        @Schema(description = "What each rule would make of it; empty when it would be nobody's.")
                List<ExplanationItem> explanation,
        @Nullable @Schema(description = "The member's points after it.") PointsSummary points,
        @Nullable @Schema(description = "The member's tier after it; only for the program owner's tills.")
                StandingResponse standing,
        @Nullable @Schema(description = "What a little more spending would bring; absent when there is nothing near.")
                Nudge nudge,
        @Schema(description = "What the till should know.") List<WarningResponse> warnings,
        @Nullable @Schema(description = "What of it the member's points may pay; absent when the purchase would be nobody's.")
                PayableResponse pointsPayment,
        @Nullable @Schema(description = "What else the member can use at the till; only when asked for with `redeemable`.")
                RedeemableResponse redeemable) {

    static QuoteResponse of(
            PurchaseResponse purchase,
            long pointsForNewMember,
            Optional<PayableResponse> payable,
            Optional<RedeemableResponse> redeemable) {
        return new QuoteResponse(
                purchase.memberId(), purchase.total(), purchase.earningBase(), purchase.pointsEarned(),
                pointsForNewMember, purchase.pendingReason(), purchase.lines(), purchase.explanation(),
                purchase.points(), purchase.standing(), purchase.nudge(), purchase.warnings(), payable.orElse(null),
                redeemable.orElse(null));
    }
}
