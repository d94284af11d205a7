package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to the ledger in the order of recording, over all members: a stretch of time that is over never changes. */
@Singleton
public class LedgerDays {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MEMBERS_AT_ONCE = 100;
    private static final int FEW_ENTRIES = 8;

    private static final String BOOKED = """
            SELECT member_id, id, posting_key, kind, business_at, recorded_at, last_seq
            FROM ledger_transaction FORCE INDEX (transaction_recorded)
            WHERE\s""";

    /** Named by its key: by the index in the order of recording everybody's would be looked through. */
    private static final String LAST_BEFORE = """
            (SELECT member_id, last_seq
            FROM ledger_transaction FORCE INDEX (PRIMARY)
            WHERE member_id = ? AND recorded_at < ?
            ORDER BY recorded_at DESC
            LIMIT 1)""";

    private final LedgerHistory history;
    private final Transactions transactions;

    LedgerDays(LedgerHistory history, Transactions transactions) {
        this.history = history;
        this.transactions = transactions;
    }

    /** When the first transaction from a moment on was recorded. */
    public Optional<Instant> firstFrom(Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MIN(recorded_at) AS first FROM ledger_transaction WHERE recorded_at >= ?")) {
                select.setObject(1, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.instant(row, "first"));
                }
            }
        });
    }

    /** Where a transaction stands in the order of recording; a member has one at a time. */
    public record Spot(Instant recordedAt, UUID memberId) {

        public static Spot of(BookedTransaction transaction) {
            return new Spot(transaction.recordedAt(), transaction.memberId());
        }
    }

    /** The transactions recorded from one moment until another with their entries, those behind a spot, the first first. */
    public List<BookedTransaction> recorded(Instant from, Instant until, Optional<Spot> behind, int limit) {
        Spot spot = behind.orElse(new Spot(from, NOBODY));
        if (!spot.recordedAt().isBefore(until)) {
            return List.of();
        }
        return transactions.read(connection -> {
            List<BookedTransaction> heads = heads(
                    connection, "recorded_at = ? AND member_id > ? ORDER BY member_id", spot.recordedAt(),
                    UuidBytes.of(spot.memberId()), limit);
            heads.addAll(heads(
                    connection, "recorded_at > ? AND recorded_at < ? ORDER BY recorded_at, member_id", spot.recordedAt(),
                    Sql.time(until), limit - heads.size()));
            return withEntries(connection, heads);
        });
    }

    /** The same from the last on, those before a spot. */
    public List<BookedTransaction> recordedBackwards(Instant from, Instant until, Optional<Spot> before, int limit) {
        Spot spot = before.orElse(new Spot(until, NOBODY));
        if (spot.recordedAt().isBefore(from)) {
            return List.of();
        }
        return transactions.read(connection -> {
            List<BookedTransaction> heads = heads(
                    connection, "recorded_at = ? AND member_id < ? ORDER BY member_id DESC", spot.recordedAt(),
                    UuidBytes.of(spot.memberId()), limit);
            heads.addAll(heads(
                    connection, "recorded_at < ? AND recorded_at >= ? ORDER BY recorded_at DESC, member_id DESC",
                    spot.recordedAt(), Sql.time(from), limit - heads.size()));
            return withEntries(connection, heads);
        });
    }

    /**
     * Those of the spot's own moment and those beyond it are asked for by themselves: of both at once the database begins with
     * the moment's first each time, and a file that was taken over may have put millions there.
     */
    private static List<BookedTransaction> heads(
            Connection connection, String condition, Instant moment, Object bound, int limit) throws SQLException {
        List<BookedTransaction> heads = new ArrayList<>();
        if (limit == 0) {
            return heads;
        }
        try (PreparedStatement select = connection.prepareStatement(BOOKED + condition + " LIMIT ?")) {
            select.setObject(1, Sql.time(moment));
            select.setObject(2, bound);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(LedgerHistory.head(row));
                }
            }
        }
        return heads;
    }

    private List<BookedTransaction> withEntries(Connection connection, List<BookedTransaction> heads) throws SQLException {
        Map<UUID, BookedTransaction> firsts = new HashMap<>();
        heads.forEach(head -> firsts.merge(
                head.memberId(), head, (one, other) -> one.recordedAt().isBefore(other.recordedAt()) ? one : other));
        return heads.isEmpty() ? heads : history.withEntries(heads, lastSeqsBefore(connection, firsts.values()));
    }

    /** The number of each member's last entry before a transaction of theirs, 0 where there was none. */
    private static Map<UUID, Long> lastSeqsBefore(Connection connection, Collection<BookedTransaction> firsts)
            throws SQLException {
        Map<UUID, Long> seqs = new HashMap<>();
        inParts(firsts, some -> readNearby(connection, some, seqs));
        List<BookedTransaction> farther = new ArrayList<>();
        for (BookedTransaction first : firsts) {
            if (!seqs.containsKey(first.memberId())) {
                seqs.put(first.memberId(), 0L);
                if (first.lastSeq() > FEW_ENTRIES) {
                    farther.add(first);
                }
            }
        }
        inParts(farther, some -> readBefore(connection, some, seqs));
        return seqs;
    }

    private interface Part {
        void read(List<BookedTransaction> some) throws SQLException;
    }

    private static void inParts(Collection<BookedTransaction> all, Part part) throws SQLException {
        List<BookedTransaction> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += MEMBERS_AT_ONCE) {
            part.read(list.subList(from, Math.min(from + MEMBERS_AT_ONCE, list.size())));
        }
    }

    /** A transaction has few entries, so that right before its last one stands that of the transaction before. */
    private static void readNearby(Connection connection, List<BookedTransaction> some, Map<UUID, Long> seqs)
            throws SQLException {
        String each = "(member_id = ? AND seq > ? AND seq <= ? AND transaction_id <> ?)";
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, MAX(seq) AS last_seq
                FROM ledger_entry
                WHERE\s""" + String.join(" OR ", Collections.nCopies(some.size(), each)) + """

                GROUP BY member_id""")) {
            int place = 1;
            for (BookedTransaction first : some) {
                select.setBytes(place++, UuidBytes.of(first.memberId()));
                select.setLong(place++, first.lastSeq() - FEW_ENTRIES);
                select.setLong(place++, first.lastSeq());
                select.setBytes(place++, UuidBytes.of(first.id()));
            }
            read(select, seqs);
        }
    }

    private static void readBefore(Connection connection, List<BookedTransaction> some, Map<UUID, Long> seqs)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                String.join("\nUNION ALL\n", Collections.nCopies(some.size(), LAST_BEFORE)))) {
            int place = 1;
            for (BookedTransaction first : some) {
                select.setBytes(place++, UuidBytes.of(first.memberId()));
                select.setObject(place++, Sql.time(first.recordedAt()));
            }
            read(select, seqs);
        }
    }

    private static void read(PreparedStatement select, Map<UUID, Long> seqs) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                seqs.put(Sql.id(row, "member_id"), row.getLong("last_seq"));
            }
        }
    }
}
