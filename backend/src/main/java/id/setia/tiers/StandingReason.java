package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The figures a standing was decided by.
 *
 * @param average what was compared with the threshold: by the metric money in smallest units, points or visits
 * @param firstMonth first month counted, {@code 2026-05}
 * @param lastMonth last month counted
 * @param months how many months an average is over; 1 for what is no average
 * @param threshold what reached the tier
 * @param metric absent in those written when there was only the average monthly spend
 * @param grant what staff said, where they gave the tier
 */
@Serdeable
record StandingReason(
        long average,
        String firstMonth,
        String lastMonth,
        int months,
        long threshold,
        @Nullable TierMetric metric,
        @Nullable TierGrant grant) {

    StandingReason(long average, String firstMonth, String lastMonth, int months, long threshold) {
        this(average, firstMonth, lastMonth, months, threshold, null, null);
    }

    static StandingReason of(TierEvaluation evaluation, Tier tier) {
        return new StandingReason(
                evaluation.figure(),
                evaluation.first().toString(),
                evaluation.lastCounted().toString(),
                evaluation.divisor(),
                tier.threshold(),
                evaluation.metric(),
                null);
    }

    StandingReason given(TierGrant by) {
        return new StandingReason(average, firstMonth, lastMonth, months, threshold, metric, by);
    }

    TierFigure figure() {
        return new TierFigure(
                Optional.ofNullable(metric).orElse(TierMetric.AVERAGE_SPEND),
                average,
                YearMonth.parse(firstMonth),
                YearMonth.parse(lastMonth));
    }
}
