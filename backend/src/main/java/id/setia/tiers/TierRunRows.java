package id.setia.tiers;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code tier_run}. */
@Singleton
class TierRunRows {

    private static final String RUNNING = "running";
    private static final String DONE = "done";

    private final Transactions transactions;

    TierRunRows(Transactions transactions) {
        this.transactions = transactions;
    }

    Optional<TierRun> find(YearMonth month) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT state, after_member, evaluated, raised, lowered
                    FROM tier_run
                    WHERE month = ?""")) {
                select.setString(1, month.toString());
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new TierRun(
                                    month,
                                    DONE.equals(row.getString("state")),
                                    Optional.ofNullable(Sql.id(row, "after_member")),
                                    row.getLong("evaluated"),
                                    row.getLong("raised"),
                                    row.getLong("lowered")))
                            : Optional.empty();
                }
            }
        });
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
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tier_run WHERE month > ?")) {
                delete.setString(1, month.toString());
                delete.executeUpdate();
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

    /** Moves the run on, unless somebody else has: then says no. */
    boolean advance(TierRun run, UUID afterMember, int evaluated) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE tier_run
                    SET after_member = ?, evaluated = ?
                    WHERE month = ? AND evaluated = ? AND state = ?""")) {
                update.setBytes(1, UuidBytes.of(afterMember));
                update.setLong(2, run.evaluated() + evaluated);
                update.setString(3, run.month().toString());
                update.setLong(4, run.evaluated());
                update.setString(5, RUNNING);
                return update.executeUpdate() == 1;
            }
        });
    }

    void count(YearMonth month, long raised, long lowered) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE tier_run
                    SET raised = raised + ?, lowered = lowered + ?
                    WHERE month = ?""")) {
                update.setLong(1, raised);
                update.setLong(2, lowered);
                update.setString(3, month.toString());
                return update.executeUpdate();
            }
        });
    }

    void finish(TierRun run, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE tier_run
                    SET state = ?, finished_at = ?
                    WHERE month = ? AND evaluated = ?""")) {
                update.setString(1, DONE);
                update.setObject(2, Sql.time(now));
                update.setString(3, run.month().toString());
                update.setLong(4, run.evaluated());
                return update.executeUpdate();
            }
        });
    }
}
