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

    BookedTransaction with(List<Entry> all) {
        return new BookedTransaction(memberId, id, postingKey, kind, businessAt, recordedAt, lastSeq, all);
    }

    /** What the transaction put on one of the accounts, signed as its entries are. */
    public long on(LedgerAccount account) {
        return entries.stream().filter(entry -> entry.account() == account).mapToLong(Entry::points).sum();
    }
}
