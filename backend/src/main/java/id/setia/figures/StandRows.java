package id.setia.figures;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.tiers.TierFlows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of how things stood at the end of a day or month: who had bought, what is expected to lapse, whom tiers moved. */
@Singleton
class StandRows {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;

    StandRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void putBuyers(Connection connection, SortedMap<LocalDate, Buyers> days) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO figure_active (day, members_30, members_90)
                VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE members_30 = VALUES(members_30), members_90 = VALUES(members_90)""")) {
            int waiting = 0;
            for (Map.Entry<LocalDate, Buyers> day : days.entrySet()) {
                upsert.setObject(1, day.getKey());
                upsert.setLong(2, day.getValue().within30());
                upsert.setLong(3, day.getValue().within90());
                upsert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    upsert.executeBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    /** Who had bought by each of the days that were counted. */
    TreeMap<LocalDate, Buyers> buyers(LocalDate from, LocalDate last) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT day, members_30, members_90
                    FROM figure_active
                    WHERE day BETWEEN ? AND ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                TreeMap<LocalDate, Buyers> days = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.put(
                                row.getObject("day", LocalDate.class),
                                new Buyers(row.getLong("members_30"), row.getLong("members_90")));
                    }
                }
                return days;
            }
        });
    }

    /** The latest day by which buyers were counted. */
    Optional<LocalDate> lastOfBuyers() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MAX(day) AS day FROM figure_active");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject("day", LocalDate.class));
            }
        });
    }

    /**
     * What is expected to lapse.
     *
     * @param reckonedAt when
     */
    record Breakage(long points, Instant reckonedAt) {}

    void putBreakage(Connection connection, LocalDate day, Breakage breakage) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO figure_breakage (day, points, reckoned_at)
                VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE points = VALUES(points), reckoned_at = VALUES(reckoned_at)""")) {
            upsert.setObject(1, day);
            upsert.setLong(2, breakage.points());
            upsert.setObject(3, Sql.time(breakage.reckonedAt()));
            upsert.executeUpdate();
        }
    }

    /** What was expected to lapse, as last reckoned on each of the days. */
    TreeMap<LocalDate, Breakage> breakage(LocalDate from, LocalDate last) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT day, points, reckoned_at
                    FROM figure_breakage
                    WHERE day BETWEEN ? AND ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                TreeMap<LocalDate, Breakage> days = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.put(
                                row.getObject("day", LocalDate.class),
                                new Breakage(row.getLong("points"), Sql.instant(row, "reckoned_at")));
                    }
                }
                return days;
            }
        });
    }

    /** Puts what a run did in the place of what was known of that month's. */
    void putRun(Connection connection, TierFlows.Run run, List<TierFlows.Flow> flows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM figure_tier_flow WHERE month = ?")) {
            delete.setString(1, run.month().toString());
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_tier_flow (month, from_code, to_code, up, members)
                VALUES (?, ?, ?, ?, ?)""")) {
            for (TierFlows.Flow flow : flows) {
                insert.setString(1, run.month().toString());
                insert.setString(2, flow.from());
                insert.setString(3, flow.to());
                insert.setBoolean(4, flow.up());
                insert.setLong(5, flow.members());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO figure_tier_run (month, finished_at)
                VALUES (?, ?)
                ON DUPLICATE KEY UPDATE finished_at = VALUES(finished_at)""")) {
            upsert.setString(1, run.month().toString());
            upsert.setObject(2, Sql.time(run.finishedAt()));
            upsert.executeUpdate();
        }
    }

    /** When the run of a month that is known here was finished. */
    Optional<Instant> finishedAt(YearMonth month) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT finished_at FROM figure_tier_run WHERE month = ?")) {
                select.setString(1, month.toString());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Sql.instant(row, "finished_at")) : Optional.empty();
                }
            }
        });
    }

    List<TierFlows.Flow> flows(YearMonth month) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT from_code, to_code, up, members
                    FROM figure_tier_flow
                    WHERE month = ?
                    ORDER BY members DESC, from_code, to_code""")) {
                select.setString(1, month.toString());
                List<TierFlows.Flow> flows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        flows.add(new TierFlows.Flow(
                                row.getString("from_code"),
                                row.getString("to_code"),
                                row.getBoolean("up"),
                                row.getLong("members")));
                    }
                }
                return flows;
            }
        });
    }
}
