package id.setia.posting;

import id.setia.earning.EarningRules;
import id.setia.earning.Judgement;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.kernel.Json;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseWalk;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Judges past purchases once by the rules of then and once with a rule as it would have been; only reads. */
@Singleton
class BackTesting {

    private static final int PAGE = 500;

    private final PurchaseWalk walk;
    private final Purchases purchases;
    private final EarningRules rules;
    private final PastJudge judge;
    private final ProgramSettings settings;
    private final Json json;

    BackTesting(
            PurchaseWalk walk,
            Purchases purchases,
            EarningRules rules,
            PastJudge judge,
            ProgramSettings settings,
            Json json) {
        this.walk = walk;
        this.purchases = purchases;
        this.rules = rules;
        this.judge = judge;
        this.settings = settings;
        this.json = json;
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
        BackTestTally tally = new BackTestTally(settings.current());
        long seen = 0;
        List<PurchaseWalk.Step> page = walk.after(Optional.empty(), order.from(), order.until(), PAGE);
        while (!page.isEmpty()) {
            add(tally, page.stream().filter(step -> whose.test(step.memberId())).toList(), book, change);
            seen += page.size();
            progress.accept(seen);
            page = walk.after(Optional.of(page.getLast()), order.from(), order.until(), PAGE);
        }
        return tally;
    }

    private void add(BackTestTally tally, List<PurchaseWalk.Step> steps, RuleBook book, RuleChange change) {
        Map<UUID, Purchase> found =
                purchases.find(steps.stream().map(PurchaseWalk.Step::purchaseId).toList());
        for (PurchaseWalk.Step step : steps) {
            Optional.ofNullable(found.get(step.purchaseId()))
                    .filter(purchase -> purchase.memberId().isPresent())
                    .ifPresent(purchase -> add(tally, purchase, book, change));
        }
    }

    private void add(BackTestTally tally, Purchase purchase, RuleBook book, RuleChange change) {
        Judgement standing = json.read(purchase.standingGrants(), Judgement.class);
        List<RuleVersion> versions = PastJudge.versions(book, standing);
        tally.add(
                purchase,
                standing,
                judge.judge(versions, purchase, standing),
                judge.judge(change.in(versions), purchase, standing));
    }
}
