package id.setia.closing;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one funder owes members.
 *
 * @param debt what members owe, never positive
 * @param expiring points by the month in which they lapse, programme time
 * @param never points without a date
 * @param over the funder's lots whose date has passed
 */
record Owed(
        UUID funderId,
        long available,
        long pending,
        long held,
        long debt,
        SortedMap<YearMonth, Long> expiring,
        long never,
        Breakage.Sample over) {

    Owed {
        expiring = Collections.unmodifiableSortedMap(new TreeMap<>(expiring));
    }

    static Owed nothing(UUID funderId) {
        return new Owed(funderId, 0, 0, 0, 0, new TreeMap<>(), 0, Breakage.Sample.NONE);
    }

    long outstanding() {
        return available + pending + held + debt;
    }

    /** Points that lapse some day. */
    long expiringPoints() {
        return expiring.values().stream().mapToLong(Long::longValue).sum();
    }

    Owed plus(Owed more) {
        SortedMap<YearMonth, Long> sums = new TreeMap<>(expiring);
        more.expiring.forEach((month, points) -> sums.merge(month, points, Long::sum));
        return new Owed(
                funderId, available + more.available, pending + more.pending, held + more.held, debt + more.debt, sums,
                never + more.never, over.plus(more.over));
    }

    static Owed debt(UUID funderId, long points) {
        return new Owed(funderId, 0, 0, 0, points, new TreeMap<>(), 0, Breakage.Sample.NONE);
    }

    static Owed over(UUID funderId, Breakage.Sample over) {
        return new Owed(funderId, 0, 0, 0, 0, new TreeMap<>(), 0, over);
    }

    /** Points of lots that lapse in the same month, or never. */
    static Owed lots(UUID funderId, Optional<YearMonth> month, long available, long pending, long held) {
        long points = available + pending + held;
        SortedMap<YearMonth, Long> expiring = new TreeMap<>();
        month.filter(dated -> points != 0).ifPresent(dated -> expiring.put(dated, points));
        return new Owed(
                funderId, available, pending, held, 0, expiring, month.isEmpty() ? points : 0, Breakage.Sample.NONE);
    }
}
