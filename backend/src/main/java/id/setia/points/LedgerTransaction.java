package id.setia.points;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Entries that belong together and sum to zero per funder.
 *
 * @param lastSeq the member's number of its last entry; unchanged from before where it has none
 * @param availableAfter the member's available points once it is counted
 */
public record LedgerTransaction(
        UUID id,
        UUID memberId,
        Posting posting,
        Instant recordedAt,
        long lastSeq,
        List<Entry> entries,
        List<LotMovement> movements,
        long availableChange,
        long pendingChange,
        long debtChange,
        long availableAfter) {

    public LedgerTransaction {
        entries = List.copyOf(entries);
        movements = List.copyOf(movements);
    }

    /** How many points it took from each lot that was available, in the order in which they were taken. */
    public Map<UUID, Long> taken() {
        Map<UUID, Long> taken = new LinkedHashMap<>();
        movements.stream()
                .filter(movement -> movement.state() == LotState.AVAILABLE && movement.points() < 0)
                .forEach(movement -> taken.merge(movement.lotId(), -movement.points(), Long::sum));
        return taken;
    }
}
