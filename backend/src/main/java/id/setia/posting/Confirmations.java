package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.OwnMembership;
import id.setia.points.LedgerTransaction;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for confirming purchases: what of their points waited for it becomes available, debts paid first. */
@Singleton
class Confirmations {

    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final OwnMembership own;
    private final AuditTrail audit;
    private final Judgements judgements;

    Confirmations(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            OwnMembership own,
            AuditTrail audit,
            Judgements judgements) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.own = own;
        this.audit = audit;
        this.judgements = judgements;
    }

    /**
     * Confirms a purchase; confirming it again changes nothing. Points that also wait for a check stay pending until that
     * is done.
     *
     * @throws Problem {@code purchase_not_found}, {@code purchase_not_attached}, {@code own_membership}
     */
    Purchase confirm(Caller by, UUID purchaseId) {
        NaturalKey key = Optional.ofNullable(purchases.keys(Set.of(purchaseId)).get(purchaseId))
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
        return points.post(session -> {
            Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
            Purchase purchase = stored.get(key);
            UUID memberId =
                    purchase.memberId().orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_ATTACHED));
            own.refuse(by, Set.of(memberId));
            Judgement standing = judgements.read(purchase.standingGrants());
            if (standing.confirmedAt() != null) {
                return purchase;
            }
            PostingDesk desk =
                    desks.open(session, stored, Set.of(memberId), Set.of(memberId), List.of(purchaseId));
            long released = standing.pendingFor().isEmpty() ? release(desk, purchase, memberId) : 0;
            Purchase confirmed = purchase.lessened(
                    purchase.lines(), judgements.write(standing.confirmed(desk.now())), 0);
            desk.change(confirmed);
            desk.tell(
                    Optional.of(memberId),
                    "purchase.confirmed",
                    "{\"purchaseId\":\"" + PublicId.PURCHASE.format(purchaseId) + "\",\"points\":" + released + "}",
                    desk.now());
            desk.write(rows);
            if (by instanceof Caller.SignedInStaff) {
                audit.record(by, "purchase.confirmed", "purchase", purchaseId, "points", String.valueOf(released));
            }
            return confirmed;
        });
    }

    private static long release(PostingDesk desk, Purchase purchase, UUID memberId) {
        LedgerTransaction transaction = desk.ledger().member(memberId).releaseConfirmed(
                new Posting(
                        "confirmation:" + purchase.id() + ":" + (purchase.attachments() - 1),
                        TransactionKind.RELEASE,
                        new Source("purchase", purchase.id()),
                        desk.now(),
                        "{}"),
                purchase.id());
        return -transaction.pendingChange();
    }
}
