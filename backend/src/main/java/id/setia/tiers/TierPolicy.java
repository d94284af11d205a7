package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How the ladder is climbed. Kept with each version of the ladder.
 *
 * @param months length of the window, 1 to 36; 12 where the window is a year
 * @param minimumTenure months a member has to belong to the programme before a tier above the lowest, 0 to 60
 * @param upgradeAtOnce whether the purchase that reaches a tier gives it at once, not only the monthly run; never of an
 *     average
 * @param grace months a member may be below before falling, 0 to 12
 * @param softLanding whether a run takes a member down one tier at most
 * @param sinceJoining whether the average of those who joined within the window goes over their own months only
 */
@Serdeable
record TierPolicy(
        TierMetric metric,
        TierWindow window,
        int months,
        int minimumTenure,
        boolean upgradeAtOnce,
        int grace,
        boolean softLanding,
        boolean sinceJoining) {

    static final int MOST_MONTHS = 36;
    static final int MOST_TENURE = 60;
    static final int MOST_GRACE = 12;
    static final int YEAR = 12;

    /** The average of the last six whole months, looked at by the run alone. */
    static final TierPolicy CLASSIC =
            new TierPolicy(TierMetric.AVERAGE_SPEND, TierWindow.ROLLING, 6, 0, false, 0, false, false);

    /** @throws IllegalArgumentException when a figure is out of its range, or an average should change at once */
    TierPolicy {
        if (months < 1 || months > MOST_MONTHS || window.isYear() && months != YEAR) {
            throw new IllegalArgumentException("a window of " + months + " months");
        }
        if (minimumTenure < 0 || minimumTenure > MOST_TENURE || grace < 0 || grace > MOST_GRACE) {
            throw new IllegalArgumentException("a tenure of " + minimumTenure + " or a grace of " + grace + " months");
        }
        if (metric.isAverage() ? upgradeAtOnce : sinceJoining) {
            throw new IllegalArgumentException("an average changes at the run only, and only an average is divided");
        }
    }

    /** Whether it matters when a member joined. */
    boolean asksWhenJoined() {
        return window == TierWindow.MEMBERSHIP_YEAR || minimumTenure > 0 || sinceJoining;
    }
}
