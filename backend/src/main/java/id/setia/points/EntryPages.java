package id.setia.points;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The entries of a member's transactions, the programme's side included, in the order of their numbers. */
@Singleton
public class EntryPages {

    private static final int TRANSACTIONS = 200;

    private final Transactions transactions;

    EntryPages(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * An entry with the transaction it is of.
     *
     * @param points signed
     */
    public record Numbered(
            long seq,
            LedgerAccount account,
            long points,
            UUID transactionId,
            TransactionKind kind,
            Source source,
            Instant businessAt,
            Instant recordedAt) {}

    private record Row(long seq, LedgerAccount account, long points, UUID transactionId) {}

    private record Head(TransactionKind kind, Source source, Instant businessAt, Instant recordedAt) {}

    /** The last entry that was read: transactions before its own need not be looked at again. */
    private record Place(long seq, Instant recordedAt) {

        static final Place BEGINNING = new Place(0, Instant.EPOCH);

        static Place of(String cursor) {
            String[] parts = Cursor.place(cursor).split(" ");
            try {
                return new Place(Long.parseLong(parts[0]), Instant.parse(parts.length == 2 ? parts[1] : ""));
            } catch (NumberFormatException | DateTimeException unknown) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
        }
    }

    /**
     * A page of the entries, the oldest first.
     *
     * @param cursor of the page before, empty for the first
     * @throws Problem when the cursor was not made by this server
     */
    public Page<Numbered> page(UUID memberId, Optional<String> cursor, int limit) {
        Place after = cursor.map(Place::of).orElse(Place.BEGINNING);
        return transactions.read(connection -> {
            if (cursor.isPresent() && !isOf(connection, memberId, after)) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
            List<Row> rows = rows(connection, memberId, after.seq(), limit + 1);
            Map<UUID, Head> heads = heads(connection, memberId, rows, after.recordedAt());
            List<Numbered> entries = rows.stream()
                    .filter(row -> heads.containsKey(row.transactionId()))
                    .map(row -> numbered(row, heads.get(row.transactionId())))
                    .toList();
            return Page.of(entries, limit, last -> Cursor.of(last.seq() + " " + last.recordedAt()));
        });
    }

    /** Whether the place is in the member's own entries, and not in another's. */
    private static boolean isOf(Connection connection, UUID memberId, Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT t.id
                FROM ledger_entry e
                JOIN ledger_transaction t ON t.member_id = e.member_id AND t.id = e.transaction_id
                WHERE e.member_id = ? AND e.seq = ? AND t.recorded_at = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setLong(2, place.seq());
            select.setObject(3, Sql.time(place.recordedAt()));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Numbered numbered(Row row, Head head) {
        return new Numbered(
                row.seq(),
                row.account(),
                row.points(),
                row.transactionId(),
                head.kind(),
                head.source(),
                head.businessAt(),
                head.recordedAt());
    }

    private static List<Row> rows(Connection connection, UUID memberId, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT seq, account, points, transaction_id
                FROM ledger_entry
                WHERE member_id = ? AND seq > ?
                ORDER BY seq
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setLong(2, after);
            select.setInt(3, limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong("seq"),
                            LedgerAccount.valueOf(row.getString("account").toUpperCase(Locale.ROOT)),
                            row.getLong("points"),
                            Sql.id(row, "transaction_id")));
                }
            }
            return rows;
        }
    }

    /** Numbers and times of recording rise together: the transactions are found by going on from the last one. */
    private static Map<UUID, Head> heads(Connection connection, UUID memberId, List<Row> rows, Instant from)
            throws SQLException {
        Set<UUID> wanted = new HashSet<>();
        rows.forEach(row -> wanted.add(row.transactionId()));
        Map<UUID, Head> heads = new HashMap<>();
        Instant next = from;
        int read = TRANSACTIONS;
        while (!wanted.isEmpty() && read == TRANSACTIONS) {
            Instant last = next;
            read = 0;
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, kind, source_kind, source_id, business_at, recorded_at
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at >= ?
                    ORDER BY recorded_at, id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(next));
                select.setInt(3, TRANSACTIONS);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        read++;
                        last = Sql.instant(row, "recorded_at");
                        UUID id = Sql.id(row, "id");
                        if (wanted.remove(id)) {
                            heads.put(
                                    id,
                                    new Head(
                                            TransactionKind.of(row.getString("kind")),
                                            new Source(row.getString("source_kind"), Sql.id(row, "source_id")),
                                            Sql.instant(row, "business_at"),
                                            last));
                        }
                    }
                }
            }
            next = last.equals(next) ? last.plusNanos(1_000) : last;
        }
        return heads;
    }
}
