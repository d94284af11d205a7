package id.setia.tiers;

import id.setia.points.MonthSum;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted to decide a tier. */
enum TierMetric {
    AVERAGE_SPEND,
    SPEND,
    POINTS,
    VISITS;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TierMetric> of(String value) {
        return Arrays.stream(values()).filter(metric -> metric.value().equals(value)).findFirst();
    }

    /** What a month adds: money in smallest units, points, or visits. */
    long in(MonthSum month) {
        return switch (this) {
            case AVERAGE_SPEND, SPEND -> month.spend();
            case POINTS -> month.points();
            case VISITS -> month.visits();
        };
    }

    boolean isMoney() {
        return switch (this) {
            case AVERAGE_SPEND, SPEND -> true;
            case POINTS, VISITS -> false;
        };
    }

    boolean isAverage() {
        return this == AVERAGE_SPEND;
    }
}
