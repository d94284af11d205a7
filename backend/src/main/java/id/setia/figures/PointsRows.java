package id.setia.figures;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of {@code figure_points_span} and {@code figure_points_day}. */
@Singleton
class PointsRows {

    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final String SUMS = """
            COALESCE(SUM(issued), 0) AS issued, COALESCE(SUM(opening), 0) AS opening,
            COALESCE(SUM(redeemed), 0) AS redeemed, COALESCE(SUM(expired), 0) AS expired,
            COALESCE(SUM(adjusted), 0) AS adjusted
            """;

    private final Transactions transactions;

    PointsRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Puts what was recorded in a span, by the day on which it happened, in the place of what was known of it. */
    void replace(Connection connection, Instant span, Map<LocalDate, DayPoints> days) throws SQLException {
        Set<LocalDate> touched = new TreeSet<>(days.keySet());
        touched.addAll(daysOf(connection, span));
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM figure_points_span WHERE recorded_from = ?")) {
            delete.setObject(1, Sql.time(span));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_points_span (recorded_from, day, issued, opening, redeemed, expired, adjusted)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            for (Map.Entry<LocalDate, DayPoints> day : days.entrySet()) {
                insert.setObject(1, Sql.time(span));
                insert.setObject(2, day.getKey());
                bind(insert, 3, day.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (LocalDate day : touched) {
            sum(connection, day);
        }
    }

    private static Set<LocalDate> daysOf(Connection connection, Instant span) throws SQLException {
        Set<LocalDate> days = new TreeSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT day FROM figure_points_span WHERE recorded_from = ?")) {
            select.setObject(1, Sql.time(span));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject("day", LocalDate.class));
                }
            }
        }
        return days;
    }

    private static void bind(PreparedStatement statement, int first, DayPoints points) throws SQLException {
        statement.setLong(first, points.issued());
        statement.setLong(first + 1, points.opening());
        statement.setLong(first + 2, points.redeemed());
        statement.setLong(first + 3, points.expired());
        statement.setLong(first + 4, points.adjusted());
    }

    private static void sum(Connection connection, LocalDate day) throws SQLException {
        DayPoints points;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + SUMS + "FROM figure_points_span WHERE day = ?")) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                points = points(row);
            }
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO figure_points_day (day, issued, opening, redeemed, expired, adjusted)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  issued = VALUES(issued), opening = VALUES(opening), redeemed = VALUES(redeemed),
                  expired = VALUES(expired), adjusted = VALUES(adjusted)""")) {
            upsert.setObject(1, day);
            bind(upsert, 2, points);
            upsert.executeUpdate();
        }
    }

    private static DayPoints points(ResultSet row) throws SQLException {
        return new DayPoints(
                row.getLong("issued"),
                row.getLong("opening"),
                row.getLong("redeemed"),
                row.getLong("expired"),
                row.getLong("adjusted"));
    }

    /** What happened on each of the days; days without are missing. */
    TreeMap<LocalDate, DayPoints> between(LocalDate from, LocalDate last) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT day, issued, opening, redeemed, expired, adjusted
                    FROM figure_points_day
                    WHERE day BETWEEN ? AND ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                TreeMap<LocalDate, DayPoints> days = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.put(row.getObject("day", LocalDate.class), points(row));
                    }
                }
                return days;
            }
        });
    }

    /** All that happened before a day. */
    DayPoints before(LocalDate day) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + SUMS + "FROM figure_points_day WHERE day < ?")) {
                select.setObject(1, day);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return points(row);
                }
            }
        });
    }

    /** In which spans something was recorded that happened on the days, up to one of them, the latest first. */
    List<Instant> spansOf(LocalDate from, LocalDate last, Optional<Instant> until, int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT DISTINCT recorded_from
                    FROM figure_points_span
                    WHERE day BETWEEN ? AND ? AND recorded_from <= ?
                    ORDER BY recorded_from DESC
                    LIMIT ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                select.setObject(3, Sql.time(until.orElse(FOREVER)));
                select.setInt(4, most);
                List<Instant> spans = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        spans.add(Sql.instant(row, "recorded_from"));
                    }
                }
                return spans;
            }
        });
    }
}
