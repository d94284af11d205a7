package id.setia.posting;

import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.Reason;
import id.setia.earning.RuleOutcome;
import id.setia.earning.TakeBack;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.MonthSum;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Takes points of a purchase back while its goods stay sold, rule by rule; the member and the purchase are on the desk. */
@Singleton
class Reversals {

    private final ReviewRows reviews;
    private final Judgements judgements;

    Reversals(ReviewRows reviews, Judgements judgements) {
        this.reviews = reviews;
        this.judgements = judgements;
    }

    /**
     * What was taken.
     *
     * @param purchase as it is now, on the desk already
     * @param points taken, 0 or more
     */
    record Taken(Purchase purchase, LedgerTransaction transaction, Judgement judgement, long points) {

        long debt() {
            return Math.max(0, -transaction.debtChange());
        }
    }

    Judgement standing(Purchase purchase) {
        return judgements.read(purchase.standingGrants());
    }

    /** Takes the purchase off its member: points, spend and visit. */
    Taken reverse(PostingDesk desk, Purchase purchase, Reason reason) {
        Judgement standing = standing(purchase);
        List<RuleOutcome> taken = TakeBack.all(standing.rules(), reason);
        MemberLedger ledger = desk.ledger().member(purchase.memberId().orElseThrow());
        LedgerTransaction transaction = ledger.takeBack(
                posting(desk, purchase, "reversal:" + place(purchase), TransactionKind.REVERSAL, standing, taken),
                purchase.id(),
                byFunder(taken));
        long points = -sum(taken);
        count(desk, purchase, ledger, new MonthSum(-standing.base(), -1, -points));
        desk.caps().tookBack(ledger.memberId(), purchase.programDate(), taken, List.of());
        settleReview(desk, purchase, standing);
        Purchase free = purchase.detached();
        desk.change(free);
        return new Taken(free, transaction, standing.taking(taken), points);
    }

    /** Takes so many of its points by hand; they count as adjusted. */
    Taken correct(PostingDesk desk, Purchase purchase, UUID correctionId, long points) {
        Judgement standing = standing(purchase);
        List<RuleOutcome> taken = TakeBack.part(standing.rules(), points, Reason.CORRECTED);
        MemberLedger ledger = desk.ledger().member(purchase.memberId().orElseThrow());
        Posting posting = new Posting(
                "adjustment:" + correctionId + ":" + purchase.id(),
                TransactionKind.ADJUSTMENT,
                new Source("correction", correctionId),
                desk.now(),
                judgements.write(standing.taking(taken)));
        return lessened(desk, purchase, standing, taken, ledger.takeByHand(posting, purchase.id(), byFunder(taken)));
    }

    /** Takes all its points after a check. */
    Taken withdraw(PostingDesk desk, Purchase purchase) {
        Judgement standing = standing(purchase);
        List<RuleOutcome> taken = TakeBack.all(standing.rules(), Reason.WITHDRAWN);
        MemberLedger ledger = desk.ledger().member(purchase.memberId().orElseThrow());
        LedgerTransaction transaction = ledger.takeBack(
                posting(desk, purchase, "review:" + place(purchase), TransactionKind.REVIEW_WITHDRAWAL, standing, taken),
                purchase.id(),
                byFunder(taken));
        return lessened(desk, purchase, standing.pendingFor(Set.of()), taken, transaction);
    }

    /** Lets its pending points be used. */
    LedgerTransaction release(PostingDesk desk, Purchase purchase) {
        Judgement standing = standing(purchase);
        MemberLedger ledger = desk.ledger().member(purchase.memberId().orElseThrow());
        Posting posting = new Posting(
                "review:" + place(purchase),
                TransactionKind.REVIEW_RELEASE,
                new Source("purchase", purchase.id()),
                desk.now(),
                "{}");
        LedgerTransaction transaction = ledger.releaseReviewed(posting, purchase.id(), standing.confirmedAt() != null);
        desk.change(purchase.lessened(
                purchase.lines(), judgements.write(standing.pendingFor(Set.of())), 0));
        return transaction;
    }

    private Taken lessened(
            PostingDesk desk,
            Purchase purchase,
            Judgement standing,
            List<RuleOutcome> taken,
            LedgerTransaction transaction) {
        Judgement left = standing.with(standing.base(), TakeBack.lessened(standing.rules(), taken));
        UUID living = desk.survivor(purchase.memberId().orElseThrow());
        desk.caps().tookBack(living, purchase.programDate(), taken, left.rules());
        List<PurchaseLine> lines = purchase.lines().stream()
                .map(line -> line.withPoints(left.pointsAt(line.position())))
                .toList();
        long points = -sum(taken);
        count(desk, purchase, desk.ledger().member(purchase.memberId().orElseThrow()), new MonthSum(0, 0, -points));
        Purchase changed = purchase.lessened(lines, judgements.write(left), points);
        desk.change(changed);
        if (left.points() == 0) {
            settleReview(desk, purchase, standing);
        }
        return new Taken(changed, transaction, standing.taking(taken), points);
    }

    /** Ends the wait of a purchase nothing of which is left to decide about. */
    void settleReview(PostingDesk desk, Purchase purchase, Judgement standing) {
        if (!standing.pendingFor().isEmpty()) {
            reviews.of(purchase.id(), purchase.attachments() - 1)
                    .filter(review -> review.state() == ReviewState.OPEN)
                    .ifPresent(review -> reviews.put(
                            desk.ledger().batch(),
                            review.ended(ReviewState.SETTLED, desk.now(), Optional.empty(), "")));
        }
    }

    private Posting posting(
            PostingDesk desk,
            Purchase purchase,
            String key,
            TransactionKind kind,
            Judgement standing,
            List<RuleOutcome> taken) {
        Instant now = desk.now();
        return new Posting(key, kind, new Source("purchase", purchase.id()), now, judgements.write(standing.taking(taken)));
    }

    /** The purchase and which of its attachments: each can be reversed, or decided about, once. */
    private static String place(Purchase purchase) {
        return purchase.id() + ":" + (purchase.attachments() - 1);
    }

    private static void count(PostingDesk desk, Purchase purchase, MemberLedger ledger, MonthSum change) {
        Instant occurredAt = purchase.head().occurredAt();
        ledger.count(desk.program().monthOf(occurredAt), change, occurredAt);
    }

    private static Map<UUID, Long> byFunder(List<RuleOutcome> taken) {
        Map<UUID, Long> points = new TreeMap<>();
        taken.forEach(outcome -> points.merge(outcome.funder(), -outcome.points(), Math::addExact));
        return points;
    }

    private static long sum(List<RuleOutcome> outcomes) {
        return outcomes.stream().mapToLong(RuleOutcome::points).sum();
    }
}
