package id.setia.limits;

import id.setia.kernel.RowWriter;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door to counters that many want at once. */
@Singleton
public class Limits {

    /** Written by those who hold the rows' locks. */
    static final RowWriter<LimitCounter> ROWS = new RowWriter<>(
            50,
            """
            INSERT INTO limit_counter (id, kind, capacity, taken)
            VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE taken = VALUES(taken)""",
            Comparator.comparing(LimitCounter::id),
            (statement, counter) -> {
                statement.setBytes(1, UuidBytes.of(counter.id()));
                statement.setString(2, counter.kind());
                statement.setLong(3, counter.capacity());
                statement.setLong(4, counter.taken());
            });

    private static final String COLUMNS = """
            SELECT id, kind, capacity, taken
            FROM limit_counter
            WHERE id IN\s""";

    private final Transactions transactions;

    Limits(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Locks the counters until the running transaction ends, in the order of their ids. Once per transaction, all together,
     * and after the members; ids that nothing limits are fine. Without ids nothing is read.
     */
    public LimitDesk lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return new LimitDesk(ids.isEmpty() ? List.of() : read(connection, new TreeSet<>(ids), " ORDER BY id FOR UPDATE"));
    }

    /** The counters as they stand, by id; those that nothing limits are missing. */
    public Map<UUID, LimitCounter> counters(Collection<UUID> ids) {
        Map<UUID, LimitCounter> found = new HashMap<>();
        if (!ids.isEmpty()) {
            transactions.read(connection -> read(connection, new TreeSet<>(ids), ""))
                    .forEach(counter -> found.put(counter.id(), counter));
        }
        return found;
    }

    /** Adds the counters to the sheaf; known, by id, once that is read. */
    public Map<UUID, LimitCounter> read(Collection<UUID> counted, Sheaf sheaf) {
        Map<UUID, LimitCounter> found = new HashMap<>();
        if (!counted.isEmpty()) {
            List<UUID> ids = Sql.padded(new TreeSet<>(counted));
            SheafPart part = new SheafPart(
                    "limit_counter WHERE id IN " + Sql.places(ids),
                    List.of("id"), List.of("kind"), List.of("capacity", "taken"), List.of());
            sheaf.add(part, ids, row -> {
                UUID id = row.id("id");
                found.put(id, new LimitCounter(id, row.text("kind"), row.number("capacity"), row.number("taken")));
            });
        }
        return found;
    }

    /** A desk of counters that nobody locked, to try things on; it must not be written. */
    public static LimitDesk asTheyStood(Map<UUID, LimitCounter> counters) {
        return new LimitDesk(counters.values());
    }

    private static List<LimitCounter> read(Connection connection, Set<UUID> counted, String ending) throws SQLException {
        List<UUID> ids = Sql.padded(counted);
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + Sql.places(ids) + ending)) {
            Sql.bindIds(select, 1, ids);
            List<LimitCounter> counters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counters.add(new LimitCounter(
                            Sql.id(row, "id"), row.getString("kind"), row.getLong("capacity"), row.getLong("taken")));
                }
            }
            return counters;
        }
    }

    /**
     * Limits something, or limits it otherwise; what is taken stays.
     *
     * @param kind a word for it, at most 20 letters
     * @param capacity in all, 0 or more
     */
    public void define(UUID id, String kind, long capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("a capacity is 0 or more, not " + capacity);
        }
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO limit_counter (id, kind, capacity, taken)
                    VALUES (?, ?, ?, 0)
                    ON DUPLICATE KEY UPDATE capacity = VALUES(capacity)""")) {
                upsert.setBytes(1, UuidBytes.of(id));
                upsert.setString(2, kind);
                upsert.setLong(3, capacity);
                return upsert.executeUpdate();
            }
        });
    }

    /** Limits something no longer; what was taken of it is forgotten. */
    public void lift(UUID id) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM limit_counter WHERE id = ?")) {
                delete.setBytes(1, UuidBytes.of(id));
                return delete.executeUpdate();
            }
        });
    }
}
