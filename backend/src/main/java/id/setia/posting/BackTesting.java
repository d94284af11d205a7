package id.setia.posting;

import id.setia.audiences.AudienceMembership;
import id.setia.closing.AccountingValues;
import id.setia.earning.EarningRules;
import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.earning.TriedCaps;
import id.setia.kernel.BusinessClock;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseWalk;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges past purchases once by the rules of then and once with a rule as it would have been; only reads. */
@Singleton
class BackTesting {

    private static final int PAGE = 500;

    private final PurchaseWalk walk;
    private final Purchases purchases;
    private final EarningRules rules;
    private final PastJudge judge;
    private final AudienceMembership audiences;
    private final AccountingValues values;
    private final BusinessClock clock;
    private final ProgramSettings settings;
    private final Judgements judgements;
    private final Explanations explanations;

    BackTesting(
            PurchaseWalk walk,
            Purchases purchases,
            EarningRules rules,
            PastJudge judge,
            AudienceMembership audiences,
            AccountingValues values,
            BusinessClock clock,
            ProgramSettings settings,
            Judgements judgements,
            Explanations explanations) {
        this.walk = walk;
        this.purchases = purchases;
        this.rules = rules;
        this.judge = judge;
        this.audiences = audiences;
        this.values = values;
        this.clock = clock;
        this.settings = settings;
        this.judgements = judgements;
        this.explanations = explanations;
    }

    long purchases(BackTestOrder order) {
        return walk.count(order.from(), order.until());
    }

    /**
     * Goes over the purchases.
     *
     * @param whose which members' purchases count
     * @param progress is told after each page how many purchases have been gone over
     */
    BackTestTally tally(BackTestOrder order, Predicate<UUID> whose, LongConsumer progress) {
        RuleBook book = rules.book();
        RuleChange change = RuleChange.of(book, order.changes(), order.definition());
        TriedCaps caps = new TriedCaps(order.definition());
        Program program = settings.current();
        LocalDate today = program.dateOf(clock.now());
        BackTestTally tally = new BackTestTally(
                program, order, new BackTestReasons(explanations, book, book.with(change.version())),
                difference -> values.worth(difference, today), !change.audiences().isEmpty());
        long seen = 0;
        List<PurchaseWalk.Step> page = walk.after(Optional.empty(), order.from(), order.until(), PAGE);
        while (!page.isEmpty()) {
            add(order, tally, page.stream().filter(step -> whose.test(step.memberId())).toList(), book, change, caps);
            seen += page.size();
            progress.accept(seen);
            page = walk.after(Optional.of(page.getLast()), order.from(), order.until(), PAGE);
        }
        return tally;
    }

    private void add(
            BackTestOrder order,
            BackTestTally tally,
            List<PurchaseWalk.Step> steps,
            RuleBook book,
            RuleChange change,
            TriedCaps caps) {
        Map<UUID, Purchase> found =
                purchases.find(steps.stream().map(PurchaseWalk.Step::purchaseId).toList());
        Map<UUID, Set<UUID>> in = in(steps, change);
        for (PurchaseWalk.Step step : steps) {
            Optional.ofNullable(found.get(step.purchaseId()))
                    .filter(purchase -> purchase.memberId().isPresent())
                    .ifPresent(purchase -> add(
                            order, tally, purchase, in.getOrDefault(step.memberId(), Set.of()), book, change, caps));
        }
    }

    /** Who is now in the audiences the rule names; what they were in then nobody asked, so nobody knows. */
    private Map<UUID, Set<UUID>> in(List<PurchaseWalk.Step> steps, RuleChange change) {
        Set<UUID> members = steps.stream().map(PurchaseWalk.Step::memberId).collect(Collectors.toSet());
        return change.audiences().isEmpty() || members.isEmpty()
                ? Map.of()
                : audiences.of(members, change.audiences());
    }

    /** A purchase of a store that does not count uses the caps of the rule all the same. */
    private void add(
            BackTestOrder order,
            BackTestTally tally,
            Purchase purchase,
            Set<UUID> in,
            RuleBook book,
            RuleChange change,
            TriedCaps caps) {
        Judgement standing = judgements.read(purchase.standingGrants());
        List<RuleVersion> versions = PastJudge.versions(book, standing);
        Judgement with =
                judge.judge(change, versions, purchase, standing.assumingAudiences(change.audiences(), in), caps);
        if (order.covers(purchase.head().storeId())) {
            tally.add(purchase, standing, judge.judge(versions, purchase, standing), with);
        }
    }
}
