package id.setia.points;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of seals, of what each member's sums are, and of members who wait to be sealed. */
@Singleton
class SealRows {

    private static final String SEAL = """
            SELECT number, sealed_at, feed_position, walked_to, walked, rules_until, members, transactions, violations,
              content, member_sum, rule_sum, code
            FROM seal
            """;

    private static final String MEMBER = """
            SELECT member_id, seal_number, sealed_until, last_seq, available, transactions, entries, lots, movements
            FROM seal_member
            """;

    private record Waiting(UUID id, UUID memberId) {}

    private static final RowWriter<Waiting> WAITING = new RowWriter<>(
            910,
            "INSERT INTO seal_waiting (id, member_id) VALUES (?, ?)",
            Comparator.comparing(Waiting::id),
            (statement, waiting) -> {
                statement.setBytes(1, UuidBytes.of(waiting.id()));
                statement.setBytes(2, UuidBytes.of(waiting.memberId()));
            });

    private final SealKey key;
    private final RowWriter<MemberSeal> members;

    SealRows(SealKey key) {
        this.key = key;
        this.members = new RowWriter<>(
                1,
                """
                INSERT INTO seal_member (
                  member_id, seal_number, sealed_until, last_seq, available, transactions, entries, lots, movements)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  seal_number = VALUES(seal_number), sealed_until = VALUES(sealed_until), last_seq = VALUES(last_seq),
                  available = VALUES(available), transactions = VALUES(transactions), entries = VALUES(entries),
                  lots = VALUES(lots), movements = VALUES(movements)""",
                Comparator.comparing(MemberSeal::memberId),
                this::bind);
    }

    private void bind(Places statement, MemberSeal seal) throws SQLException {
        statement.setBytes(1, UuidBytes.of(seal.memberId()));
        statement.setLong(2, seal.sealNumber());
        statement.setObject(3, Sql.time(seal.sealedUntil()));
        statement.setLong(4, seal.lastSeq());
        statement.setLong(5, seal.available());
        int place = 6;
        for (SealedTable table : SealedTable.values()) {
            statement.setBytes(place++, seal.masked(key, table));
        }
    }

    /** Lets a member be sealed whose ledger moves without an event that tells of it. */
    static void wait(Batch batch, UUID id, UUID memberId) {
        batch.add(WAITING, new Waiting(id, memberId));
    }

    /** Members who wait, by the row that says so. */
    static Map<UUID, UUID> waiting(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, member_id FROM seal_waiting ORDER BY id LIMIT ?")) {
            select.setInt(1, limit);
            Map<UUID, UUID> waiting = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.put(Sql.id(row, "id"), Sql.id(row, "member_id"));
                }
            }
            return waiting;
        }
    }

    static void waitNoMore(Connection connection, Collection<UUID> ids) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM seal_waiting WHERE id IN " + Sql.places(ids))) {
                Sql.bindIds(delete, 1, ids);
                delete.executeUpdate();
            }
        }
    }

    void put(Connection connection, Collection<MemberSeal> seals) throws SQLException {
        Batch batch = new Batch();
        seals.forEach(seal -> batch.add(members, seal));
        batch.flush(connection);
    }

    /** What is sealed of the members, of those who were. */
    Map<UUID, MemberSeal> of(Connection connection, Collection<UUID> memberIds) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(MEMBER + "WHERE member_id IN " + Sql.places(memberIds))) {
            Sql.bindIds(select, 1, memberIds);
            return read(select);
        }
    }

    /** The same of the members behind one of them, in the order of ids. */
    Map<UUID, MemberSeal> after(Connection connection, UUID memberId, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(MEMBER + "WHERE member_id > ? ORDER BY member_id LIMIT ?")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setInt(2, limit);
            return read(select);
        }
    }

    private Map<UUID, MemberSeal> read(PreparedStatement select) throws SQLException {
        Map<UUID, MemberSeal> found = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                MemberSeal seal = member(row);
                found.put(seal.memberId(), seal);
            }
        }
        return found;
    }

    private MemberSeal member(ResultSet row) throws SQLException {
        UUID memberId = Sql.id(row, "member_id");
        long number = row.getLong("seal_number");
        Map<SealedTable, SealSum> sums = new EnumMap<>(SealedTable.class);
        Map<SealedTable, String> columns = Map.of(
                SealedTable.TRANSACTIONS, "transactions",
                SealedTable.ENTRIES, "entries",
                SealedTable.LOTS, "lots",
                SealedTable.MOVEMENTS, "movements");
        for (SealedTable table : SealedTable.values()) {
            sums.put(table, MemberSeal.unmasked(key, table, memberId, number, row.getBytes(columns.get(table))));
        }
        return new MemberSeal(
                memberId, number, Sql.instant(row, "sealed_until"), row.getLong("last_seq"), row.getLong("available"), sums);
    }

    void insert(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO seal (
                  number, sealed_at, feed_position, walked_to, walked, rules_until, members, transactions, violations,
                  content, member_sum, rule_sum, code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, seal.number());
            insert.setObject(2, Sql.time(seal.sealedAt()));
            insert.setLong(3, seal.feedPosition());
            insert.setBytes(4, UuidBytes.of(seal.walkedTo().orElse(null)));
            insert.setBoolean(5, seal.walked());
            insert.setObject(6, Sql.time(seal.rulesUntil()));
            insert.setLong(7, seal.members());
            insert.setLong(8, seal.transactions());
            insert.setLong(9, seal.violations());
            insert.setBytes(10, seal.content());
            insert.setBytes(11, seal.maskedMembers(key));
            insert.setBytes(12, seal.maskedRules(key));
            insert.setBytes(13, seal.code());
            insert.executeUpdate();
        }
    }

    /** The last seal; before the first, none. */
    Seal last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEAL + "ORDER BY number DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? seal(row) : Seal.NONE;
        }
    }

    /** The seals behind a number, in their order. */
    Map<Long, Seal> after(Connection connection, long number, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SEAL + "WHERE number > ? ORDER BY number LIMIT ?")) {
            select.setLong(1, number);
            select.setInt(2, limit);
            Map<Long, Seal> found = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Seal seal = seal(row);
                    found.put(seal.number(), seal);
                }
            }
            return found;
        }
    }

    private Seal seal(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Seal(
                number,
                Sql.instant(row, "sealed_at"),
                row.getLong("feed_position"),
                Optional.ofNullable(Sql.id(row, "walked_to")),
                row.getBoolean("walked"),
                Sql.instant(row, "rules_until"),
                row.getLong("members"),
                row.getLong("transactions"),
                row.getLong("violations"),
                row.getBytes("content"),
                Seal.unmaskedMembers(key, number, row.getBytes("member_sum")),
                Seal.unmaskedRules(key, number, row.getBytes("rule_sum")),
                row.getBytes("code"));
    }

    /** Promises that did not hold when the rows were sealed, of the seals behind a number. */
    static long violationsAfter(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(SUM(violations), 0) AS violations FROM seal WHERE number > ?")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("violations");
            }
        }
    }

    /** Promises that did not hold when the rows were sealed, of the seals up to a number; nothing where all held. */
    static Optional<Seals.Proven> violationsUpTo(Connection connection, long number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT COALESCE(SUM(violations), 0) AS violations, MAX(number) AS number, MAX(sealed_at) AS sealed_at
                FROM seal
                WHERE violations > 0 AND number <= ?""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long violations = row.getLong("violations");
                return violations > 0
                        ? Optional.of(new Seals.Proven(
                                0, row.getLong("number"), Sql.instant(row, "sealed_at"), false, violations))
                        : Optional.empty();
            }
        }
    }

    /**
     * How far a member's ledger has come.
     *
     * @param until when the last transaction was recorded
     * @param lastSeq the number of the last entry
     */
    record Recorded(Instant until, long lastSeq) {

        static final Recorded NOTHING = new Recorded(Instant.EPOCH, 0);
    }

    /** How far each member's ledger has come. */
    static Map<UUID, Recorded> recorded(Connection connection, Collection<UUID> memberIds) throws SQLException {
        Map<UUID, Recorded> recorded = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT member_id, recorded_at, last_seq FROM points_account WHERE member_id IN " + Sql.places(memberIds))) {
            Sql.bindIds(select, 1, memberIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recorded.put(
                            Sql.id(row, "member_id"),
                            new Recorded(Sql.instant(row, "recorded_at"), row.getLong("last_seq")));
                }
            }
        }
        return recorded;
    }
}
