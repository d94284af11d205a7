package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.members.OwnMembership;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.points.PointsLedger;
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

/** The door for deciding about points that wait for a check: they are released or taken back, once. */
@Singleton
public class PointsReviews {

    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final ReviewRows reviews;
    private final Reversals reversals;
    private final OwnMembership own;
    private final Corrections corrections;
    private final AuditTrail audit;
    private final IdMaker ids;

    PointsReviews(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            ReviewRows reviews,
            Reversals reversals,
            OwnMembership own,
            Corrections corrections,
            AuditTrail audit,
            IdMaker ids) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.reviews = reviews;
        this.reversals = reversals;
        this.own = own;
        this.corrections = corrections;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Releases the points or takes them back. Deciding the same again changes nothing.
     *
     * @param decision {@code RELEASED} or {@code WITHDRAWN}
     * @throws Problem {@code review_not_found}, {@code review_already_decided} otherwise than now, {@code own_membership}
     */
    PointsReview decide(Caller.SignedInStaff by, UUID reviewId, ReviewState decision, String explanation) {
        PointsReview asked = reviews.find(reviewId).orElseThrow(() -> Problem.of(ProblemCode.REVIEW_NOT_FOUND));
        own.refuse(by, Set.of(asked.memberId()));
        NaturalKey key = purchases.keys(Set.of(asked.purchaseId())).get(asked.purchaseId());
        return points.post(session -> {
            Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
            PointsReview review = reviews.of(asked.purchaseId(), asked.attachment()).orElseThrow();
            if (review.state() == decision) {
                return review;
            }
            if (review.state() != ReviewState.OPEN) {
                throw Problem.of(ProblemCode.REVIEW_ALREADY_DECIDED);
            }
            Set<UUID> member = Set.of(review.memberId());
            PostingDesk desk = desks.open(session, stored, member, member, List.of(review.purchaseId()));
            PointsReview decided = review.ended(decision, desk.now(), Optional.of(by.staffId()), explanation);
            long moved = decision == ReviewState.RELEASED
                    ? reversals.release(desk, stored.get(key)).pendingChange()
                    : reversals.withdraw(desk, stored.get(key)).points();
            reviews.put(session.batch(), decided);
            record(desk, by, decided, stored.get(key), Math.abs(moved));
            desk.write(rows);
            audit.record(
                    by, "points." + decision.value(), "purchase", review.purchaseId(), "explanation", explanation);
            return decided;
        });
    }

    private void record(
            PostingDesk desk, Caller.SignedInStaff by, PointsReview review, Purchase purchase, long moved) {
        boolean released = review.state() == ReviewState.RELEASED;
        corrections.add(
                desk.ledger().batch(),
                new Correction(
                        ids.next(), desk.program().dateOf(desk.now()), desk.now(),
                        released ? CorrectionKind.RELEASE : CorrectionKind.WITHDRAWAL,
                        Correction.Actor.of(by, purchase.head()), Optional.of(review.memberId()), Optional.empty(),
                        Optional.of(purchase.id()), released ? moved : -moved, 0, Optional.empty(),
                        review.explanation()));
        desk.tell(
                Optional.of(review.memberId()),
                "points." + review.state().value(),
                "{\"reviewId\":\"" + PublicId.REVIEW.format(review.id()) + "\",\"purchaseId\":\""
                        + PublicId.PURCHASE.format(purchase.id()) + "\",\"points\":" + moved + "}",
                desk.now());
    }
}
