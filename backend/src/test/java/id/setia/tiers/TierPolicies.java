package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.points.MonthSum;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies and ladders of every kind, for property tests. */
final class TierPolicies {

    private TierPolicies() {}

    static Arbitrary<TierPolicy> any() {
        return Combinators.combine(
                        Arbitraries.of(TierMetric.class),
                        Arbitraries.of(TierWindow.class),
                        Arbitraries.integers().between(1, 14),
                        Arbitraries.of(0, 0, 0, 1, 3, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 0, 1, 2, 3),
                        Arbitraries.of(true, false))
                .as((metric, window, months, tenure, flag, grace, soft) -> new TierPolicy(
                        metric,
                        window,
                        window.isYear() ? 12 : months,
                        tenure,
                        flag && !metric.isAverage(),
                        grace,
                        soft,
                        flag && metric.isAverage()));
    }

    /** Four tiers at 0, 100, 250 and 600. */
    static final List<Long> THRESHOLDS = List.of(0L, 100L, 250L, 600L);

    static Ladder ladder(TierPolicy policy) {
        List<Tier> tiers = new ArrayList<>();
        for (int place = 0; place < THRESHOLDS.size(); place++) {
            tiers.add(new Tier("t" + place, place + 1, LocalText.of("T" + place, "T" + place), THRESHOLDS.get(place)));
        }
        return new Ladder(tiers, policy, List.of());
    }

    static MonthSum sum(TierMetric metric, long value) {
        return switch (metric) {
            case AVERAGE_SPEND, SPEND -> new MonthSum(value, 1, 7);
            case POINTS -> new MonthSum(7, 1, value);
            case VISITS -> new MonthSum(7, value, 1);
        };
    }
}
