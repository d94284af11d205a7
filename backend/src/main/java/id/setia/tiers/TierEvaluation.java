package id.setia.tiers;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What one window holds for the run of a month. The average of an average metric is its sum over the window's length, also
 * for those who joined within it unless the policy says otherwise.
 *
 * @param run the month on whose first day the run takes effect
 * @param first first month of the window
 * @param last last month of the window; after {@code run} where the window is not over then
 * @param sum what counted until the month before the run: money in smallest units, points, or visits
 * @param divisor over how many months an average goes; 1 for what is no average
 */
record TierEvaluation(TierMetric metric, YearMonth run, YearMonth first, YearMonth last, long sum, int divisor) {

    /** The window that holds the last month before the run. */
    static TierEvaluation of(TierPolicy policy, TierFacts facts, YearMonth run) {
        YearMonth month = run.minusMonths(1);
        return switch (policy.window()) {
            case ROLLING -> between(policy, facts, run, run.minusMonths(policy.months()), month);
            case CALENDAR_YEAR -> year(policy, facts, run, yearOf(month, 1));
            case MEMBERSHIP_YEAR -> year(policy, facts, run, yearOf(month, facts.firstMonthOfYear()));
        };
    }

    /** The year before the window's, whose level holds until the window is over. */
    TierEvaluation before(TierPolicy policy, TierFacts facts) {
        return year(policy, facts, run, first.minusMonths(TierPolicy.YEAR));
    }

    private static YearMonth yearOf(YearMonth month, int firstMonth) {
        return month.minusMonths(Math.floorMod(month.getMonthValue() - firstMonth, TierPolicy.YEAR));
    }

    private static TierEvaluation year(TierPolicy policy, TierFacts facts, YearMonth run, YearMonth first) {
        return between(policy, facts, run, first, first.plusMonths(TierPolicy.YEAR - 1));
    }

    private static TierEvaluation between(
            TierPolicy policy, TierFacts facts, YearMonth run, YearMonth first, YearMonth last) {
        YearMonth counted = last.isBefore(run) ? last : run.minusMonths(1);
        return new TierEvaluation(
                policy.metric(),
                run,
                first,
                last,
                policy.metric().in(facts.sums().between(first, counted)),
                policy.metric().isAverage() ? divisor(policy, facts, first, last) : 1);
    }

    private static int divisor(TierPolicy policy, TierFacts facts, YearMonth first, YearMonth last) {
        if (!policy.sinceJoining()) {
            return policy.months();
        }
        long own = facts.begun().map(begun -> months(begun, last)).orElse((long) policy.months());
        return Math.clamp(own, 1, policy.months());
    }

    /** How many months from one to another, both counted. */
    private static long months(YearMonth first, YearMonth last) {
        return first.until(last, ChronoUnit.MONTHS) + 1;
    }

    boolean isOver() {
        return last.isBefore(run);
    }

    /** The last month that counted, or the first where none has yet. */
    YearMonth lastCounted() {
        return isOver() ? last : run.minusMonths(1);
    }

    Tier tier(Ladder ladder) {
        return ladder.reachedBy(sum, divisor);
    }

    /** The figure a threshold is compared with, an average rounded down: one shown at a threshold has reached it. */
    long figure() {
        return Math.floorDiv(sum, (long) divisor);
    }

    /** What is still missing for the tier until the window is over; 0 or less when it is reached. */
    long missingFor(Tier tier) {
        return Math.multiplyExact(tier.threshold(), (long) divisor) - sum;
    }
}
