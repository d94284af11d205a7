package id.setia.posting;

import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.TenderKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives back the points that paid for what a refund returns, to the member whose points they were. */
@Singleton
class PaymentReturns {

    private final PointsPayments payments;
    private final HoldActs acts;

    PaymentReturns(PointsPayments payments, HoldActs acts) {
        this.payments = payments;
        this.acts = acts;
    }

    /** A line of a purchase before and after one line of a refund. */
    record Returned(Purchase purchase, PurchaseLine before, PurchaseLine after) {}

    /**
     * What came back.
     *
     * @param pointsByLine in the order of the refund's lines
     * @param pointsByMember whose points they were, each more than 0
     * @param tenders what of each kind of tender, points among them
     */
    record Back(long points, List<Long> pointsByLine, Map<UUID, Long> pointsByMember, List<TenderShare> tenders) {

        static final Back NOTHING = new Back(0, List.of(), Map.of(), List.of());
    }

    Back giveBack(PostingDesk desk, UUID refundId, Instant occurredAt, List<Returned> lines) {
        Map<UUID, TenderShares> shares = new HashMap<>();
        Map<UUID, Long> byHold = new LinkedHashMap<>();
        Map<TenderKind, TenderShare> byKind = new EnumMap<>(TenderKind.class);
        List<Long> byLine = new ArrayList<>();
        for (Returned line : lines) {
            long points = 0;
            for (TenderShare share : shares.computeIfAbsent(
                            line.purchase().id(), ignored -> new TenderShares(line.purchase(), desk.program().currency()))
                    .returned(line.before(), line.after())) {
                points += share.points();
                share.holdId().ifPresent(hold -> byHold.merge(hold, share.points(), Math::addExact));
                byKind.merge(share.kind(), share, PaymentReturns::together);
            }
            byLine.add(points);
        }
        Map<UUID, Long> byMember = new LinkedHashMap<>();
        byHold.forEach((holdId, points) -> {
            if (points > 0) {
                Hold hold = desk.hold(holdId).orElseThrow();
                byMember.merge(desk.survivor(hold.memberId()), points, Math::addExact);
                desk.put(acts.giveBack(desk, hold, points, refundId, occurredAt, payments.policy().grace()));
            }
        });
        return new Back(
                byLine.stream().mapToLong(Long::longValue).sum(), byLine, byMember, List.copyOf(byKind.values()));
    }

    private static TenderShare together(TenderShare one, TenderShare other) {
        return new TenderShare(
                one.kind(), Optional.empty(), one.amount() + other.amount(), one.points() + other.points());
    }
}
