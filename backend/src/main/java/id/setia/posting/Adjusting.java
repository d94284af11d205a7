package id.setia.posting;

import id.setia.earning.ExpiryPolicy;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What adding or taking points by hand does to the ledger, and what it is told of. */
@Singleton
class Adjusting {

    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PartnerDirectory partners;
    private final Reversals reversals;
    private final Corrections corrections;
    private final MemberLookup members;

    Adjusting(
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PartnerDirectory partners,
            Reversals reversals,
            Corrections corrections,
            MemberLookup members) {
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.partners = partners;
        this.reversals = reversals;
        this.corrections = corrections;
        this.members = members;
    }

    /**
     * Adds or takes the points.
     *
     * @param id of the correction it makes; the same one is posted once
     * @param staffId who answers for it
     * @throws Problem {@code insufficient_points} when more would be taken than is there and no debt was asked for,
     *     {@code adjustment_exceeds_purchase}, {@code purchase_not_found}
     */
    MemberEffect in(LedgerSession session, UUID id, UUID staffId, Adjustment order) throws SQLException {
        Set<UUID> member = Set.of(order.memberId());
        Map<NaturalKey, Purchase> stored = stored(session, order);
        PostingDesk desk = desks.open(
                session, stored, member, member, Optional.ofNullable(order.purchaseId()).map(List::of).orElse(List.of()));
        MemberLedger ledger = session.member(order.memberId());
        MemberEffect before = MemberEffect.before(ledger, desk.program());
        Optional<Purchase> purchase = stored.values().stream().findFirst();
        long availableBefore = ledger.available();
        LedgerTransaction transaction = order.points() > 0
                ? add(desk, ledger, id, order)
                : take(desk, ledger, id, order, purchase);
        if (transaction.debtChange() < 0 && !order.mayOwe()) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, -order.points(), availableBefore);
        }
        corrections.add(
                session.batch(),
                new Correction(
                        id, desk.program().dateOf(desk.now()), desk.now(),
                        order.points() > 0 ? CorrectionKind.ADDITION : CorrectionKind.REMOVAL,
                        Correction.Actor.staff(staffId, purchase.map(found -> found.head().storeId())),
                        Optional.of(order.memberId()), Optional.empty(), Optional.ofNullable(order.purchaseId()),
                        order.points(), Math.max(0, -transaction.debtChange()), Optional.of(order.reason()),
                        order.explanation()));
        desk.tell(
                Optional.of(order.memberId()),
                "points.adjusted",
                "{\"correctionId\":\"" + PublicId.CORRECTION.format(id) + "\",\"points\":" + order.points()
                        + ",\"reason\":\"" + order.reason().value() + "\"}",
                desk.now());
        desk.write(rows);
        return before.after(ledger, desk.program());
    }

    private Map<NaturalKey, Purchase> stored(LedgerSession session, Adjustment order) throws SQLException {
        if (order.purchaseId() == null) {
            return Map.of();
        }
        NaturalKey key = Optional.ofNullable(
                        purchases.keys(Set.of(order.purchaseId())).get(order.purchaseId()))
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
        if (stored.get(key).memberId().filter(owner -> members.same(owner, order.memberId())).isEmpty()) {
            throw Problem.of(ProblemCode.PURCHASE_NOT_FOUND);
        }
        return stored;
    }

    private static LedgerTransaction add(PostingDesk desk, MemberLedger ledger, UUID id, Adjustment order) {
        Grant grant = new Grant(
                order.points(),
                order.funder(),
                ExpiryPolicy.expiresAt(desk.now(), order.expiryMonths(), desk.program().timeZone()),
                Optional.empty());
        return ledger.add(posting(desk, id), grant);
    }

    private LedgerTransaction take(
            PostingDesk desk, MemberLedger ledger, UUID id, Adjustment order, Optional<Purchase> purchase) {
        if (purchase.isEmpty()) {
            return ledger.take(posting(desk, id), -order.points(), partners.owner().id());
        }
        long standing = reversals.standing(purchase.get()).points();
        if (-order.points() > standing) {
            throw Problem.of(ProblemCode.ADJUSTMENT_EXCEEDS_PURCHASE, -order.points(), standing);
        }
        return reversals.correct(desk, purchase.get(), id, -order.points()).transaction();
    }

    private static Posting posting(PostingDesk desk, UUID id) {
        return new Posting(
                "adjustment:" + id, TransactionKind.ADJUSTMENT, new Source("correction", id), desk.now(), "{}");
    }
}
