package id.setia.closing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Which share of points with an expiry date is expected to lapse unspent: of all lots whose date has passed, the points
 * that expired over the points given. Lots spent before a date still to come say nothing yet and are left out, for the ones
 * that will lapse are not known. A funder's own lots count where there are enough of them, else those of the whole
 * programme, else the rate that was set.
 */
record Breakage(BigDecimal rate, Source source) {

    private static final int DIGITS = 6;

    /** What the rate was taken from. */
    enum Source {
        FUNDER,
        PROGRAM,
        SETTING
    }

    /**
     * Lots whose date has passed.
     *
     * @param points they began with
     * @param lapsed those of them that expired unspent
     */
    record Sample(long lots, long points, long lapsed) {

        static final Sample NONE = new Sample(0, 0, 0);

        Sample plus(Sample more) {
            return new Sample(lots + more.lots, points + more.points, lapsed + more.lapsed);
        }

        private BigDecimal rate() {
            return BigDecimal.valueOf(lapsed).divide(BigDecimal.valueOf(points), DIGITS, RoundingMode.HALF_UP);
        }
    }

    /** What is set where there is no history. */
    record Fallback(BigDecimal rate, long leastLots) {

        static Fallback of(FinancePolicy policy) {
            return new Fallback(policy.rate(), policy.breakageLots());
        }
    }

    static Breakage of(Sample funder, Sample program, Fallback fallback) {
        if (funder.lots() >= fallback.leastLots()) {
            return new Breakage(funder.rate(), Source.FUNDER);
        }
        if (program.lots() >= fallback.leastLots()) {
            return new Breakage(program.rate(), Source.PROGRAM);
        }
        return new Breakage(fallback.rate(), Source.SETTING);
    }

    static Sample total(Collection<Sample> samples) {
        return samples.stream().reduce(Sample.NONE, Sample::plus);
    }

    /** How many of so many expiring points are expected to lapse, rounded down. */
    long of(long expiring) {
        return rate.multiply(BigDecimal.valueOf(Math.max(0, expiring)))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
