package id.setia.tiers;

import java.time.YearMonth;

/**
 * What a member did over some months.
 *
 * @param value by the metric: money in smallest units, of an average for each month; points; or visits
 */
record TierFigure(TierMetric metric, long value, YearMonth first, YearMonth last) {

    static TierFigure of(TierEvaluation evaluation) {
        return new TierFigure(
                evaluation.metric(), evaluation.figure(), evaluation.first(), evaluation.lastCounted());
    }
}
