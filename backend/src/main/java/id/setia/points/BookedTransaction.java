package id.setia.points;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A transaction as the books show it.
 *
 * @param lastSeq the member's number of its last entry
 */
public record BookedTransaction(
        UUID memberId,
        UUID id,
        String postingKey,
        TransactionKind kind,
        Instant businessAt,
        Instant recordedAt,
        long lastSeq,
        List<Entry> entries) {

    public BookedTransaction {
        entries = List.copyOf(entries);
    }
}
