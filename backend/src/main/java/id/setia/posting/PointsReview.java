package id.setia.posting;

import id.setia.purchases.ReceiptHead;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Points of a purchase that wait for somebody to look at them.
 *
 * @param attachment which of the purchase's attachments gave them
 * @param reasons codes of the limits it went beyond
 * @param points given then
 */
record PointsReview(
        UUID id,
        UUID purchaseId,
        int attachment,
        UUID memberId,
        UUID storeId,
        Optional<UUID> terminalId,
        Optional<String> cashier,
        Set<String> reasons,
        long points,
        ReviewState state,
        Instant openedAt,
        Optional<Instant> decidedAt,
        Optional<UUID> decidedBy,
        String explanation) {

    static PointsReview opened(
            UUID id, UUID purchaseId, int attachment, UUID memberId, ReceiptHead head, Set<String> reasons, long points, Instant now) {
        return new PointsReview(
                id, purchaseId, attachment, memberId, head.storeId(), head.terminalId(), head.cashier(), reasons, points,
                ReviewState.OPEN, now, Optional.empty(), Optional.empty(), "");
    }

    PointsReview ended(ReviewState as, Instant now, Optional<UUID> by, String why) {
        return new PointsReview(
                id, purchaseId, attachment, memberId, storeId, terminalId, cashier, reasons, points, as, openedAt,
                Optional.of(now), by, why);
    }
}
