package id.setia.posting;

import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door for exchanges: what comes back and what goes out instead, both or neither. */
@Singleton
class Exchanges {

    private final Lanes lanes;
    private final PointsLedger points;
    private final PostingDesks desks;
    private final PurchasePoster purchasePoster;
    private final RefundPoster refundPoster;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final Refunds refunds;
    private final MemberRegistry members;

    Exchanges(
            Lanes lanes,
            PointsLedger points,
            PostingDesks desks,
            PurchasePoster purchasePoster,
            RefundPoster refundPoster,
            Purchases purchases,
            PurchaseRows rows,
            Refunds refunds,
            MemberRegistry members) {
        this.lanes = lanes;
        this.points = points;
        this.desks = desks;
        this.purchasePoster = purchasePoster;
        this.refundPoster = refundPoster;
        this.purchases = purchases;
        this.rows = rows;
        this.refunds = refunds;
        this.members = members;
    }

    /** A refund and a purchase that stand in the books. */
    record Exchanged(PostedRefund refund, PostedPurchase purchase) {}

    /**
     * Posts both, the refund first, each under its own key.
     *
     * @throws id.setia.kernel.Problem whatever refuses one of them; then neither is posted
     */
    Exchanged post(RefundRequest refund, NewPurchase sale) {
        Object lane = sale.member().<Object>map(member -> member).orElse(sale.receipt().key());
        return lanes.in(lane, () -> points.postAgain(session -> in(session, refund, sale)));
    }

    private Exchanged in(LedgerSession session, RefundRequest refund, NewPurchase sent) throws SQLException {
        List<NewPurchase> sales = purchasePoster.withPayers(List.of(sent));
        NewPurchase sale = sales.getFirst();
        Set<NaturalKey> keys = new TreeSet<>(Set.of(sale.receipt().key()));
        Map<NaturalKey, Refund> waiting =
                refunds.lock(session.connection(), refunds.waitingFor(session.connection(), keys));
        waiting.values().forEach(early -> early.lines().forEach(line -> keys.add(line.purchaseKey())));
        refund.lines().forEach(line -> keys.add(line.purchaseKey()));
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), keys);
        Map<MemberReference, FoundMember> found = members.find(sale.member().stream().toList());
        PostingDesk desk = openDesk(session, sale, stored, found);
        PostedRefund back = refundPoster.on(desk, refund, true);
        PostedPurchase bought = purchasePoster.on(desk, sales, stored, found, waiting.values()).getFirst();
        desk.write(rows);
        return new Exchanged(back, bought);
    }

    private PostingDesk openDesk(
            LedgerSession session,
            NewPurchase sale,
            Map<NaturalKey, Purchase> stored,
            Map<MemberReference, FoundMember> found)
            throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        PurchasePoster.earning(sale, found).ifPresent(concerned::add);
        Set<UUID> named = new HashSet<>(sale.holds());
        for (Purchase purchase : stored.values()) {
            purchase.memberId().ifPresent(concerned::add);
            named.addAll(purchase.holds());
        }
        return desks.open(
                session, stored, concerned, concerned, stored.values().stream().map(Purchase::id).toList(), named);
    }
}
