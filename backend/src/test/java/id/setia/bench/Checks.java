package id.setia.bench;

import id.setia.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares what was answered with what stands in the database. */
final class Checks implements AutoCloseable {

    private static final String STORED = "SELECT COUNT(*) FROM purchase WHERE receipt_number LIKE ?";
    private static final long SHORTEST = 600;

    private final Connection connection;
    private final List<String> faults = new ArrayList<>();

    Checks(DatabaseAddress address) throws SQLException {
        this.connection = Connections.patient(address);
    }

    /**
     * The purchases of a run: all that were answered stand there with their points, their lines and their entries in the
     * ledger; beyond them at most those whose answers nobody waited for any more.
     *
     * @param most how many may have been sent without an answer
     * @return in words
     */
    String purchases(String run, WrkResult result, long most) throws SQLException, InterruptedException {
        settle(run, Duration.ofMillis(Math.max(SHORTEST, 2 * (long) result.milliseconds("max"))));
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return compare(run, result, most);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private String compare(String run, WrkResult result, long most) throws SQLException {
        long stored = number(STORED, run + "-%");
        long points = number("SELECT COALESCE(SUM(points), 0) FROM purchase WHERE receipt_number LIKE ?", run + "-%");
        long lines = number("SELECT COUNT(*) FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id WHERE p.receipt_number LIKE ?", run + "-%");
        long booked = number("SELECT COUNT(*) FROM purchase p JOIN ledger_transaction t ON t.source_id = p.id"
                + " AND t.kind = 'purchase' WHERE p.receipt_number LIKE ?", run + "-%");
        long changed = number("SELECT COALESCE(SUM(t.available_change + t.pending_change), 0) FROM purchase p"
                + " JOIN ledger_transaction t ON t.source_id = p.id WHERE p.receipt_number LIKE ?", run + "-%");
        long answered = result.count("rows");
        require(run + ": " + answered + " purchases answered, " + stored + " stored", stored >= answered && stored <= answered + most);
        require(run + ": " + result.count("points") + " points answered, " + points + " stored", points >= result.count("points"));
        require(run + ": four lines for each of " + stored + " purchases, not " + lines, lines == 4 * stored);
        require(run + ": a transaction for each of " + stored + " purchases, not " + booked, booked == stored);
        require(run + ": " + points + " points of purchases, " + changed + " in the ledger", changed == points);
        return String.format(
                Locale.ROOT, "%,d answered, %,d stored with %,d lines and %,d points, %,d points in the ledger",
                answered, stored, lines, points, changed);
    }

    /** What was under way when wrk stopped may still arrive: waits until nothing has for so long. */
    private void settle(String run, Duration quiet) throws SQLException, InterruptedException {
        long stored = number(STORED, run + "-%");
        long since = System.nanoTime();
        while (System.nanoTime() - since < quiet.toNanos()) {
            Thread.sleep(SHORTEST / 2);
            long now = number(STORED, run + "-%");
            since = now == stored ? since : System.nanoTime();
            stored = now;
        }
    }

    long number(String sql, String parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    long number(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void require(String what, boolean holds) {
        if (!holds) {
            faults.add(what);
        }
    }

    List<String> faults() {
        return faults;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
