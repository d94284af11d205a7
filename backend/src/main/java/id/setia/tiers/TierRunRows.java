package id.setia.tiers;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code tier_run}. */
@Singleton
class TierRunRows {

    private static final String RUNNING = "running";
    private static final String DONE = "done";
    private static final List<String> OF_LATER_MONTHS = List.of(
            "DELETE FROM tier_run WHERE month > ?",
            "DELETE FROM tier_run_part WHERE month > ?",
            "DELETE FROM tier_move WHERE month > ?");

    private static final String COLUMNS = """
            SELECT r.month, r.state, r.after_member, r.raised, r.lowered, r.started_at, r.finished_at,
              (SELECT SUM(p.evaluated) FROM tier_run_part p WHERE p.month = r.month) AS looked_at, r.evaluated
            FROM tier_run r
            """;

    private final Transactions transactions;

    TierRunRows(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<TierRun> find(YearMonth month) {
        return transactions.read(connection -> find(connection, month, ""));
    }

    /** The same, locked in the running transaction. */
    Optional<TierRun> lock(Connection connection, YearMonth month) throws SQLException {
        return find(connection, month, " FOR UPDATE");
    }

    private static Optional<TierRun> find(Connection connection, YearMonth month, String ending) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE r.month = ?" + ending)) {
            select.setString(1, month.toString());
            return read(select).stream().findFirst();
        }
    }

    /** The latest runs, the latest month first. */
    List<TierRun> latest(int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "ORDER BY r.month DESC LIMIT ?")) {
                select.setInt(1, most);
                return read(select);
            }
        });
    }

    private static List<TierRun> read(PreparedStatement select) throws SQLException {
        List<TierRun> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(new TierRun(
                        YearMonth.parse(row.getString("month")),
                        DONE.equals(row.getString("state")),
                        Optional.ofNullable(Sql.id(row, "after_member")),
                        row.getLong("evaluated") + row.getLong("looked_at"),
                        row.getLong("raised"),
                        row.getLong("lowered"),
                        Sql.instant(row, "started_at"),
                        Optional.ofNullable(Sql.instant(row, "finished_at"))));
            }
        }
        return runs;
    }

    /** The latest month whose run is done. */
    Optional<YearMonth> lastDone() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MAX(month) AS last FROM tier_run WHERE state = ?")) {
                select.setString(1, DONE);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getString("last")).map(YearMonth::parse);
                }
            }
        });
    }

    /** Begins the month's run; those of later months stand on it and are to be run again. */
    void begin(YearMonth month, Instant now) {
        transactions.write(connection -> {
            for (String statement : OF_LATER_MONTHS) {
                try (PreparedStatement delete = connection.prepareStatement(statement)) {
                    delete.setString(1, month.toString());
                    delete.executeUpdate();
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO tier_run (
                      month, state, after_member, evaluated, raised, lowered, started_at, finished_at)
                    VALUES (?, ?, NULL, 0, 0, 0, ?, NULL)""")) {
                insert.setString(1, month.toString());
                insert.setString(2, RUNNING);
                insert.setObject(3, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Notes that the members up to one have been given to parts. */
    void moveOn(Connection connection, YearMonth month, UUID until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE tier_run SET after_member = ? WHERE month = ?")) {
            update.setBytes(1, UuidBytes.of(until));
            update.setString(2, month.toString());
            update.executeUpdate();
        }
    }

    void finish(Connection connection, YearMonth month, long raised, long lowered, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE tier_run
                SET state = ?, raised = ?, lowered = ?, finished_at = ?
                WHERE month = ?""")) {
            update.setString(1, DONE);
            update.setLong(2, raised);
            update.setLong(3, lowered);
            update.setObject(4, Sql.time(now));
            update.setString(5, month.toString());
            update.executeUpdate();
        }
    }
}
