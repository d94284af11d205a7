package id.setia.tiers;

import id.setia.points.MonthSums;
import java.time.YearMonth;

/**
 * A member's spend over the six whole months before the month a run is for. The average is their sum over six, also for
 * those who joined within them.
 *
 * @param run the month on whose first day the run takes effect
 * @param spend sum of the window, in smallest units; of a window that is not over, what it has so far
 */
public record TierEvaluation(YearMonth run, long spend) {

    public static final int MONTHS = 6;

    /** What the run of the month sees. */
    public static TierEvaluation of(MonthSums sums, YearMonth run) {
        return new TierEvaluation(run, sums.spend(run.minusMonths(MONTHS), run.minusMonths(1)));
    }

    public YearMonth firstMonth() {
        return run.minusMonths(MONTHS);
    }

    public YearMonth lastMonth() {
        return run.minusMonths(1);
    }

    public Tier tier(Ladder ladder) {
        return ladder.reachedBy(spend, MONTHS);
    }

    /** Average monthly spend, rounded down: an average shown at a threshold has reached it. */
    public long average() {
        return Math.floorDiv(spend, (long) MONTHS);
    }

    /** Spend still missing for the tier until the window closes; 0 or less when it is reached. */
    public long missingFor(Tier tier) {
        return Math.multiplyExact(tier.threshold(), (long) MONTHS) - spend;
    }
}
