package id.setia.posting;

import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.Restatement;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleOutcome;
import id.setia.earning.RuleVersion;
import id.setia.kernel.PublicId;
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.MonthSum;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.PurchaseWalk;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Judges purchases again as if a version of a rule had never been, or another had been in its place. Whatever became of a
 * purchase meanwhile counts: what was refunded earns nothing, what was taken by hand stays taken, and one that was moved is
 * put right for the member who has it now.
 */
@Singleton
class Rejudging {

    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PastJudge judge;
    private final Reversals reversals;
    private final Judgements judgements;

    Rejudging(
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PastJudge judge,
            Reversals reversals,
            Judgements judgements) {
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.judge = judge;
        this.reversals = reversals;
        this.judgements = judgements;
    }

    /** Those of the purchases whose points would change, as they stand unlocked. */
    List<UUID> concerned(Rejudgement run, RuleBook book, Collection<PurchaseWalk.Step> steps) {
        return purchases.find(steps.stream().map(PurchaseWalk.Step::purchaseId).toList()).values().stream()
                .filter(purchase -> restatement(run, book, purchase).isPresent())
                .map(Purchase::id)
                .toList();
    }

    /** What changes for a purchase; empty when nothing does. */
    private Optional<Restatement> restatement(Rejudgement run, RuleBook book, Purchase purchase) {
        if (purchase.memberId().isEmpty()) {
            return Optional.empty();
        }
        Judgement standing = judgements.read(purchase.standingGrants());
        List<RuleVersion> before = PastJudge.versions(book, standing);
        if (before.stream().noneMatch(version -> isMeant(run, version))) {
            return Optional.empty();
        }
        List<RuleVersion> after = before.stream()
                .filter(version -> run.replacement().isPresent() || !isMeant(run, version))
                .map(version -> isMeant(run, version)
                        ? book.version(run.ruleId(), run.replacement().orElseThrow()).orElseThrow()
                        : version)
                .toList();
        Restatement restatement = Restatement.of(
                standing, judge.judge(before, purchase, standing), judge.judge(after, purchase, standing));
        return Optional.of(restatement)
                .filter(found -> !found.changes().isEmpty())
                .filter(found -> !run.keepsGains() || found.net() > 0);
    }

    private static boolean isMeant(Rejudgement run, RuleVersion version) {
        return version.ruleId().equals(run.ruleId()) && version.version() == run.version();
    }

    /** Puts the purchases right on their members' ledgers, and adds what it came to. */
    RejudgementCounts in(LedgerSession session, Rejudgement run, List<UUID> purchaseIds, RejudgementCounts counts)
            throws SQLException {
        Map<NaturalKey, Purchase> stored = purchases.lock(
                session.connection(), purchases.keys(purchaseIds).values());
        Set<UUID> members = new HashSet<>();
        stored.values().forEach(purchase -> purchase.memberId().ifPresent(members::add));
        PostingDesk desk = desks.open(
                session, stored, members, members, stored.values().stream().map(Purchase::id).toList());
        RejudgementCounts counted = counts;
        for (Purchase purchase : inOrder(stored.values())) {
            Optional<Restatement> restatement = restatement(run, desk.rules(), purchase);
            if (restatement.isPresent()) {
                counted = putRight(desk, run, purchase, restatement.get(), counted);
            }
        }
        desk.write(rows);
        return counted;
    }

    private static List<Purchase> inOrder(Collection<Purchase> purchases) {
        return purchases.stream()
                .sorted(Comparator.comparing((Purchase purchase) ->
                                purchase.memberId().map(UUID::toString).orElse(""))
                        .thenComparing(purchase -> purchase.head().occurredAt())
                        .thenComparing(Purchase::id))
                .toList();
    }

    private RejudgementCounts putRight(
            PostingDesk desk, Rejudgement run, Purchase purchase, Restatement restatement, RejudgementCounts counts) {
        UUID memberId = purchase.memberId().orElseThrow();
        Judgement standing = judgements.read(purchase.standingGrants());
        MemberLedger ledger = desk.ledger().member(memberId);
        Posting posting = new Posting(
                "rejudgement:" + run.id() + ":" + purchase.id(),
                TransactionKind.REJUDGEMENT,
                new Source("purchase", purchase.id()),
                desk.now(),
                judgements.write(standing.taking(restatement.changes())));
        Map<UUID, Long> taken = restatement.takenByFunder();
        LedgerTransaction transaction =
                ledger.putRight(posting, taken, grants(desk, standing, restatement.given(), purchase));
        long given = restatement.given().stream().mapToLong(RuleOutcome::points).sum();
        long back = taken.values().stream().mapToLong(Long::longValue).sum();
        Instant occurredAt = purchase.head().occurredAt();
        ledger.count(desk.program().monthOf(occurredAt), new MonthSum(0, 0, given - back), occurredAt);
        desk.caps()
                .putRight(
                        ledger.memberId(), purchase.programDate(), standing.rules(), restatement.standing().rules());
        change(desk, purchase, standing, restatement, given, back);
        desk.tell(
                Optional.of(memberId),
                "purchase.rejudged",
                "{\"rejudgementId\":\"" + PublicId.REJUDGEMENT.format(run.id()) + "\",\"purchaseId\":\""
                        + PublicId.PURCHASE.format(purchase.id()) + "\",\"points\":" + (given - back) + "}",
                desk.now());
        return counts.changed(memberId, back, given, Math.max(0, -transaction.debtChange()));
    }

    /** What is missing lapses when it would have; where that is past already, it lasts as if it were earned now. */
    private static List<Grant> grants(
            PostingDesk desk, Judgement standing, List<RuleOutcome> given, Purchase purchase) {
        Judgement judgement = standing.with(standing.base(), given);
        Instant now = desk.now();
        boolean lapsed = PurchaseJudge.grants(desk, judgement, purchase.head().occurredAt()).stream()
                .anyMatch(grant -> grant.expiresAt().filter(end -> !end.isAfter(now)).isPresent());
        return PurchaseJudge.grants(desk, judgement, lapsed ? now : purchase.head().occurredAt());
    }

    private void change(
            PostingDesk desk, Purchase purchase, Judgement standing, Restatement restatement, long given, long back) {
        Judgement left = restatement.standing();
        List<PurchaseLine> lines = purchase.lines().stream()
                .map(line -> line.withPoints(left.pointsAt(line.position())))
                .toList();
        desk.change(purchase.judgedAgain(lines, judgements.write(left), given, back));
        if (left.points() == 0) {
            reversals.settleReview(desk, purchase, standing);
        }
    }
}
