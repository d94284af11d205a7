package id.setia.points;

import java.time.Instant;
import java.util.List;
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

    /** What it took from the lots that were available, in the order in which it was taken. */
    public SetAside taken() {
        return new SetAside(movements.stream()
                .filter(movement -> movement.state() == LotState.AVAILABLE && movement.points() < 0)
                .map(movement -> new SetAside.Part(movement.lotId(), -movement.points()))
                .toList());
    }
}
