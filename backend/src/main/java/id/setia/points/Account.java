package id.setia.points;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's row: cached balances and counters.
 *
 * @param debt never positive
 * @param dueAt no later than the next moment something expires or is released; empty when nothing will
 * @param mergedInto whom the member lives on as, whose account it is to be read for this one
 */
record Account(
        UUID memberId,
        long available,
        long pending,
        long held,
        long debt,
        long lastSeq,
        Instant recordedAt,
        Optional<Instant> dueAt,
        Optional<Instant> lastActivityAt,
        long purchases,
        MonthSums monthSums,
        DaySums daySums,
        Optional<UUID> mergedInto) {

    static Account opened(UUID memberId) {
        return new Account(
                memberId, 0, 0, 0, 0, 0, Instant.EPOCH, Optional.empty(), Optional.empty(), 0, MonthSums.NONE,
                DaySums.NONE, Optional.empty());
    }

    /** Whether the balances are those of the lots and debts, as they are unless something was written between reading them. */
    boolean addsUp(Collection<Lot> lots, Map<UUID, Long> debts) {
        return available == sum(lots, LotState.AVAILABLE)
                && pending == sum(lots, LotState.PENDING)
                && held == sum(lots, LotState.HELD)
                && debt == debts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(Collection<Lot> lots, LotState state) {
        return lots.stream().mapToLong(lot -> lot.in(state)).sum();
    }
}
