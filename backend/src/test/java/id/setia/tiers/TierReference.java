package id.setia.tiers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second, plain account of how a ladder is climbed, month by month with a count of the months below, to compare with.
 * Tiers are the places of the list of thresholds.
 */
final class TierReference {

    final TierPolicy policy;
    final List<Long> thresholds;
    final LocalDate joined;
    final Map<YearMonth, Long> done = new TreeMap<>();
    int tier;
    private int monthsBelow;

    TierReference(TierPolicy policy, List<Long> thresholds, LocalDate joined) {
        this.policy = policy;
        this.thresholds = thresholds;
        this.joined = joined;
    }

    void add(YearMonth month, long value) {
        done.merge(month, value, Long::sum);
    }

    /** A purchase of the month under way or of one before it. */
    void buy(LocalDate today, YearMonth month, long value) {
        add(month, value);
        YearMonth current = YearMonth.from(today);
        if (month.isBefore(current) && tenured(current.atDay(1)) && level(current) > tier) {
            tier = level(current);
            monthsBelow = 0;
        }
        if (policy.upgradeAtOnce() && tenured(today) && level(current.plusMonths(1)) > tier) {
            tier = level(current.plusMonths(1));
            monthsBelow = 0;
        }
    }

    void run(YearMonth month) {
        int level = level(month);
        if (level >= tier) {
            monthsBelow = 0;
            tier = tenured(month.atDay(1)) ? level : tier;
        } else if (++monthsBelow > policy.grace()) {
            tier = policy.softLanding() ? Math.max(level, tier - 1) : level;
            monthsBelow = 0;
        }
    }

    boolean tenured(LocalDate day) {
        return !joined.plusMonths(policy.minimumTenure()).isAfter(day);
    }

    /** The best of the windows that count for the run of a month. */
    int level(YearMonth run) {
        return windows(run).stream().mapToInt(this::level).max().orElseThrow();
    }

    private int level(List<YearMonth> window) {
        long sum = window.stream().mapToLong(month -> done.getOrDefault(month, 0L)).sum();
        int level = 0;
        for (int place = 1; place < thresholds.size(); place++) {
            level = sum >= thresholds.get(place) * divisor(window) ? place : level;
        }
        return level;
    }

    private long divisor(List<YearMonth> window) {
        if (policy.metric() != TierMetric.AVERAGE_SPEND) {
            return 1;
        }
        if (!policy.sinceJoining()) {
            return policy.months();
        }
        Set<YearMonth> begun = new TreeSet<>(done.keySet());
        begun.add(YearMonth.from(joined));
        YearMonth start = begun.stream().min(Comparator.naturalOrder()).orElseThrow();
        YearMonth end = window.getFirst().plusMonths(policy.months() - 1L);
        long own = 0;
        for (YearMonth month = window.getFirst(); !month.isAfter(end); month = month.plusMonths(1)) {
            own += month.isBefore(start) ? 0 : 1;
        }
        return Math.max(1, own);
    }

    private List<List<YearMonth>> windows(YearMonth run) {
        List<List<YearMonth>> windows = new ArrayList<>();
        int firstMonth = policy.window() == TierWindow.MEMBERSHIP_YEAR ? joined.getMonthValue() : 1;
        if (policy.window() == TierWindow.ROLLING) {
            windows.add(months(run.minusMonths(policy.months()), run));
            return windows;
        }
        YearMonth first = run.minusMonths(1);
        while (first.getMonthValue() != firstMonth) {
            first = first.minusMonths(1);
        }
        windows.add(months(first, run));
        if (windows.getFirst().size() < 12) {
            windows.add(months(first.minusMonths(12), first));
        }
        return windows;
    }

    private static List<YearMonth> months(YearMonth first, YearMonth end) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; month.isBefore(end); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
