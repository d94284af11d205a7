package id.setia.tiers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What comes if nothing more is bought, and what would change it.
 *
 * @param tier the member's now
 * @param next the next run
 */
record TierForecast(TierJudge judge, Ladder ladder, Tier tier, YearMonth next) {

    /** Longer than any window with its grace, and than any time one has to belong. */
    private static final int FARTHEST = 80;

    /**
     * What is to be done.
     *
     * @param run the run that sees it
     * @param by the last day on which it counts
     */
    record Task(YearMonth run, LocalDate by, long missing, long sum) {

        static Task of(TierEvaluation evaluation, Tier tier) {
            LocalDate by = evaluation.run().minusMonths(1).atEndOfMonth();
            return new Task(evaluation.run(), by, evaluation.missingFor(tier), evaluation.sum());
        }
    }

    /** The first run that lowers the tier; the farthest looked at where none does. */
    YearMonth falling() {
        return unheld(run -> judge.after(run).rank() >= tier.rank());
    }

    /** The first run that nothing holds off; the farthest looked at where each is. */
    YearMonth unheld(Predicate<YearMonth> heldOff) {
        YearMonth run = next;
        while (heldOff.test(run) && run.isBefore(next.plusMonths(FARTHEST))) {
            run = run.plusMonths(1);
        }
        return run;
    }

    /** The least that keeps the tier, by the latest day that suffices for it; nothing where there is enough for now. */
    Optional<Task> toKeep(TierPolicy policy) {
        YearMonth falling = falling();
        YearMonth first = falling.minusMonths(policy.grace());
        YearMonth run = first.isBefore(next) ? next : first;
        Task least = Task.of(judge.open(run), tier);
        for (; !run.isAfter(falling); run = run.plusMonths(1)) {
            Task task = Task.of(judge.open(run), tier);
            least = task.missing() <= least.missing() ? task : least;
        }
        boolean farAway = policy.window().isYear() && judge.open(next).missingFor(tier) <= 0;
        return farAway || least.missing() <= 0 ? Optional.empty() : Optional.of(least);
    }

    /** What reaches a tier, by the last day of the window that is open when the member may first have it. */
    Task toReach(Tier above, TierPolicy policy) {
        YearMonth run = unheld(candidate -> !judge.hasTenure(candidate));
        TierEvaluation open = judge.open(run);
        YearMonth last = policy.window().isYear() && open.missingFor(above) > 0 ? open.last().plusMonths(1) : run;
        return Task.of(judge.open(last), above);
    }
}
