package id.setia.figures;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row that says how far the counting has come. */
@Singleton
class FigureProgress {

    private final Transactions transactions;

    FigureProgress(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param position up to which the feed was read
     * @param ledgerFrom the hour of recording from which on the ledger is to be counted
     * @param countedAt as of when all figures are but those of buyers; empty until they were all counted once
     * @param buyersAt as of when those are
     */
    record Reached(long position, Instant ledgerFrom, Optional<Instant> countedAt, Optional<Instant> buyersAt) {}

    Optional<Reached> reached() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT position, ledger_from, counted_at, buyers_at FROM figure_progress WHERE id = 1");
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Reached(
                                row.getLong("position"),
                                Sql.instant(row, "ledger_from"),
                                Optional.ofNullable(Sql.instant(row, "counted_at")),
                                Optional.ofNullable(Sql.instant(row, "buyers_at"))))
                        : Optional.empty();
            }
        });
    }

    void begin(Connection connection, long position, Instant ledgerFrom) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO figure_progress (id, position, ledger_from, counted_at, buyers_at) VALUES (1, ?, ?, NULL, NULL)")) {
            insert.setLong(1, position);
            insert.setObject(2, Sql.time(ledgerFrom));
            insert.executeUpdate();
        }
    }

    void readUpTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE figure_progress SET position = ? WHERE id = 1")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    void ledgerFrom(Connection connection, Instant hour) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE figure_progress SET ledger_from = ? WHERE id = 1")) {
            update.setObject(1, Sql.time(hour));
            update.executeUpdate();
        }
    }

    void countedAt(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE figure_progress SET counted_at = ? WHERE id = 1")) {
            update.setObject(1, Sql.time(moment));
            update.executeUpdate();
        }
    }

    void buyersAt(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE figure_progress SET buyers_at = ? WHERE id = 1")) {
            update.setObject(1, Sql.time(moment));
            update.executeUpdate();
        }
    }

    /** Forgets how far it has come, so that everything is counted from the beginning. */
    void forget() {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM figure_progress WHERE id = 1")) {
                return delete.executeUpdate();
            }
        });
    }
}
