package id.setia.posting;

import id.setia.points.PointsSummary;
import id.setia.purchases.Purchase;
import id.setia.tiers.StandingResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What of an answer only its moment knew, kept with the purchase. The rest follows from the receipt and from how it was
 * judged then, which the ledger keeps.
 *
 * @param memberId whose it was then, as answers show ids; absent when nobody's
 * @param attachments how often it had been given to a member by then
 * @param earningBase in smallest units
 * @param refunded what had been refunded of each line, in their order; absent when nothing had
 */
@Serdeable
record KeptAnswer(
        @Nullable String memberId,
        int attachments,
        long earningBase,
        @Nullable List<String> refunded,
        @Nullable PointsSummary points,
        @Nullable StandingResponse standing,
        @Nullable Nudge nudge,
        List<WarningResponse> warnings) {

    /** How answers begin that were kept whole, as they were before. */
    private static final String WHOLE = "{\"purchaseId\"";

    static boolean isWhole(String text) {
        return text.startsWith(WHOLE);
    }

    static KeptAnswer of(Purchase purchase, PurchaseResponse answer) {
        boolean untouched =
                purchase.lines().stream().allMatch(line -> line.refundedQuantity().signum() == 0);
        return new KeptAnswer(
                answer.memberId(),
                purchase.attachments(),
                purchase.earningBase(),
                untouched
                        ? null
                        : purchase.lines().stream()
                                .map(line -> line.refundedQuantity().toPlainString())
                                .toList(),
                answer.points(),
                answer.standing(),
                answer.nudge(),
                answer.warnings());
    }

    BigDecimal refunded(int line) {
        return refunded == null ? BigDecimal.ZERO : new BigDecimal(refunded.get(line));
    }
}
