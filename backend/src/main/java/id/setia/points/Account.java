package id.setia.points;

import java.time.Instant;
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
}
