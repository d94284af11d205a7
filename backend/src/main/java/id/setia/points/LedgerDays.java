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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The door to the ledger in the order of recording, over all members: a stretch of time that is over never changes. */
@Singleton
public class LedgerDays {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MEMBERS_AT_ONCE = 100;

    /** Hardly a transaction has more entries than this; of one that may, they are read once more, by themselves. */
    private static final int FEW_ENTRIES = 6;

    /**
     * Transactions with the entries that stand right before and at their last number, one row for each, and one for a transaction
     * without any. By their keys: a stretch of numbers for each would be held against every row that is found.
     */
    private static final String PAGE = """
            SELECT t.member_id, t.id, t.posting_key, t.kind, t.business_at, t.recorded_at, t.last_seq, e.account, e.points,
              e.funder_id, e.honouring_partner_id
            FROM (
              SELECT member_id, id, posting_key, kind, business_at, recorded_at, last_seq
              FROM ledger_transaction FORCE INDEX (transaction_recorded)
              WHERE %1$s
              ORDER BY recorded_at %2$s, member_id %2$s
              LIMIT ?) t
            CROSS JOIN (%3$s) near
            LEFT JOIN ledger_entry e
              ON e.member_id = t.member_id AND e.seq = t.last_seq - near.back AND e.transaction_id = t.id
            WHERE e.seq IS NOT NULL OR near.back = 0
            ORDER BY t.recorded_at %2$s, t.member_id %2$s, e.seq""";

    private static final String NEAR = IntStream.range(0, FEW_ENTRIES)
            .mapToObj(back -> "SELECT " + back + " AS back")
            .collect(Collectors.joining(" UNION ALL "));

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

    /** A merge is one transaction of two members. */
    private record Key(UUID memberId, UUID id) {

        static Key of(BookedTransaction transaction) {
            return new Key(transaction.memberId(), transaction.id());
        }
    }

    /** The transactions recorded from one moment until another with their entries, those behind a spot, the first first. */
    public List<BookedTransaction> recorded(Instant from, Instant until, Optional<Spot> behind, int limit) {
        Spot spot = behind.orElse(new Spot(from, NOBODY));
        if (!spot.recordedAt().isBefore(until)) {
            return List.of();
        }
        return page(Direction.ONWARDS, spot, until, limit);
    }

    /** The same from the last on, those before a spot. */
    public List<BookedTransaction> recordedBackwards(Instant from, Instant until, Optional<Spot> before, int limit) {
        Spot spot = before.orElse(new Spot(until, NOBODY));
        if (spot.recordedAt().isBefore(from)) {
            return List.of();
        }
        return page(Direction.BACKWARDS, spot, from, limit);
    }

    /**
     * Which way is read.
     *
     * @param own what of the spot's own moment lies beyond it
     * @param other what of other moments does, until a last one
     */
    private record Direction(String own, String other, String order) {

        static final Direction ONWARDS =
                new Direction("recorded_at = ? AND member_id > ?", "recorded_at > ? AND recorded_at < ?", "ASC");
        static final Direction BACKWARDS =
                new Direction("recorded_at = ? AND member_id < ?", "recorded_at < ? AND recorded_at >= ?", "DESC");
    }

    /**
     * Those of the spot's own moment and those beyond it are asked for by themselves: of both at once the database begins with
     * the moment's first each time, and a file that was taken over may have put millions there.
     */
    private List<BookedTransaction> page(Direction way, Spot spot, Instant last, int limit) {
        return transactions.read(connection -> {
            List<BookedTransaction> page =
                    page(connection, way.own(), way.order(), spot.recordedAt(), UuidBytes.of(spot.memberId()), limit);
            page.addAll(page(
                    connection, way.other(), way.order(), spot.recordedAt(), Sql.time(last), limit - page.size()));
            return whole(connection, page);
        });
    }

    private static List<BookedTransaction> page(
            Connection connection, String condition, String order, Instant moment, Object bound, int limit) throws SQLException {
        Map<Key, BookedTransaction> heads = new LinkedHashMap<>();
        Map<Key, List<Entry>> entries = new HashMap<>();
        if (limit > 0) {
            try (PreparedStatement select = connection.prepareStatement(PAGE.formatted(condition, order, NEAR))) {
                select.setObject(1, Sql.time(moment));
                select.setObject(2, bound);
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        BookedTransaction head = LedgerHistory.head(row);
                        heads.put(Key.of(head), head);
                        List<Entry> of = entries.computeIfAbsent(Key.of(head), key -> new ArrayList<>());
                        if (row.getString("account") != null) {
                            of.add(LedgerHistory.entry(row));
                        }
                    }
                }
            }
        }
        List<BookedTransaction> page = new ArrayList<>();
        heads.forEach((key, head) -> page.add(head.with(entries.get(key))));
        return page;
    }

    /** The same transactions, those with all the entries a page reads with however many they have. */
    private List<BookedTransaction> whole(Connection connection, List<BookedTransaction> page) throws SQLException {
        List<BookedTransaction> many =
                page.stream().filter(one -> one.entries().size() == FEW_ENTRIES).toList();
        if (many.isEmpty()) {
            return page;
        }
        Map<UUID, BookedTransaction> firsts = new HashMap<>();
        many.forEach(one -> firsts.merge(
                one.memberId(), one, (some, other) -> some.recordedAt().isBefore(other.recordedAt()) ? some : other));
        Map<Key, BookedTransaction> read = new HashMap<>();
        history.withEntries(many, lastSeqsBefore(connection, firsts.values()))
                .forEach(one -> read.put(Key.of(one), one));
        return page.stream().map(one -> read.getOrDefault(Key.of(one), one)).toList();
    }

    /** The number of each member's last entry before a transaction of theirs, 0 where there was none. */
    private static Map<UUID, Long> lastSeqsBefore(Connection connection, Collection<BookedTransaction> firsts)
            throws SQLException {
        Map<UUID, Long> seqs = new HashMap<>();
        List<BookedTransaction> all = List.copyOf(firsts);
        for (int from = 0; from < all.size(); from += MEMBERS_AT_ONCE) {
            readBefore(connection, all.subList(from, Math.min(from + MEMBERS_AT_ONCE, all.size())), seqs);
        }
        firsts.forEach(first -> seqs.putIfAbsent(first.memberId(), 0L));
        return seqs;
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
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seqs.put(Sql.id(row, "member_id"), row.getLong("last_seq"));
                }
            }
        }
    }
}
