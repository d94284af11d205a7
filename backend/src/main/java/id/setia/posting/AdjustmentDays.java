package id.setia.posting;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** How many points each member of staff added and took by hand on a day. */
@Singleton
class AdjustmentDays {

    private record Row(UUID staffId, LocalDate day, long points) {}

    /** Written by those who hold the rows' locks. */
    private static final RowWriter<Row> ROWS = new RowWriter<>(
            55,
            """
            INSERT INTO adjustment_day (staff_id, program_date, points)
            VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE points = VALUES(points)""",
            Comparator.comparing(Row::staffId),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.staffId()));
                statement.setObject(2, row.day());
                statement.setLong(3, row.points());
            });

    private final Transactions transactions;

    AdjustmentDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The day of some members of staff in one transaction, locked until it ends. */
    static final class Desk {

        private final LocalDate day;
        private final Map<UUID, Long> points;
        private final Set<UUID> changed = new TreeSet<>();

        private Desk(LocalDate day, Map<UUID, Long> points) {
            this.day = day;
            this.points = points;
        }

        /** Points added and taken so far. */
        long of(UUID staffId) {
            return points.get(staffId);
        }

        void add(UUID staffId, long more) {
            points.merge(staffId, more, Math::addExact);
            changed.add(staffId);
        }

        void write(Batch batch) {
            changed.forEach(staff -> batch.add(ROWS, new Row(staff, day, points.get(staff))));
            changed.clear();
        }
    }

    /** Locks the days, in the order of staff; two acts of one person at once cannot both pass below a limit. */
    Desk desk(Connection connection, Collection<UUID> staff, LocalDate day) throws SQLException {
        SortedSet<UUID> ascending = new TreeSet<>(staff);
        Map<UUID, Long> points = read(connection, ascending, day, " ORDER BY staff_id FOR UPDATE");
        if (points.size() < ascending.size()) {
            for (UUID one : ascending) {
                add(connection, one, day, 0);
            }
            points = read(connection, ascending, day, " ORDER BY staff_id FOR UPDATE");
        }
        return new Desk(day, points);
    }

    /** Counts points in the running transaction, and says how many it makes in the day; the row is locked until it ends. */
    long add(UUID staffId, LocalDate day, long points) {
        return transactions.write(connection -> {
            add(connection, staffId, day, points);
            return of(staffId, day);
        });
    }

    private static void add(Connection connection, UUID staffId, LocalDate day, long points) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO adjustment_day (staff_id, program_date, points)
                VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE points = points + VALUES(points)""")) {
            upsert.setBytes(1, UuidBytes.of(staffId));
            upsert.setObject(2, day);
            upsert.setLong(3, points);
            upsert.executeUpdate();
        }
    }

    long of(UUID staffId, LocalDate day) {
        return transactions.read(connection -> read(connection, Set.of(staffId), day, "")).getOrDefault(staffId, 0L);
    }

    private static Map<UUID, Long> read(Connection connection, Collection<UUID> staff, LocalDate day, String ending)
            throws SQLException {
        Map<UUID, Long> points = new HashMap<>();
        if (staff.isEmpty()) {
            return points;
        }
        List<UUID> ids = Sql.padded(staff);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT staff_id, points
                FROM adjustment_day
                WHERE program_date = ? AND staff_id IN\s""" + Sql.places(ids) + ending)) {
            select.setObject(1, day);
            Sql.bindIds(select, 2, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    points.put(Sql.id(row, "staff_id"), row.getLong("points"));
                }
            }
        }
        return points;
    }
}
