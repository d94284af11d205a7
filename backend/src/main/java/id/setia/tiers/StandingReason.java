package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The figures a standing was decided by.
 *
 * @param average average monthly spend, in smallest units
 * @param firstMonth first month counted, {@code 2026-05}
 * @param lastMonth last month counted
 * @param months how many months the average is over
 * @param threshold average that reaches the tier
 */
@Serdeable
record StandingReason(long average, String firstMonth, String lastMonth, int months, long threshold) {

    static StandingReason of(TierEvaluation evaluation, Tier tier) {
        return new StandingReason(
                evaluation.average(),
                evaluation.firstMonth().toString(),
                evaluation.lastMonth().toString(),
                TierEvaluation.MONTHS,
                tier.threshold());
    }
}
