package id.setia.imports;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rows of an import cost by themselves: plain JDBC, one connection, batches of a thousand, into tables alike. */
final class PlainJdbc {

    private static final String BASELINE = "setia_baseline";
    private static final int BATCH = 1_000;
    private static final List<String> TABLES = List.of(
            "member", "member_identifier", "consent", "points_account", "ledger_transaction", "ledger_entry", "points_lot",
            "standing");

    private PlainJdbc() {}

    /** Opens the database of a server that was stopped, copies what it holds table by table, and prints the time of writing. */
    static void measure(Path home) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home);
                Connection source = database.address().forLongWork().connect()) {
            try (Statement statement = source.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + BASELINE);
                statement.execute("CREATE DATABASE " + BASELINE + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            }
            DatabaseAddress baseline = new DatabaseAddress(
                    database.address().url().replaceFirst("(jdbc:mysql://[^/]+/)[^?]+", "$1" + BASELINE),
                    database.address().user(),
                    database.address().password());
            Migrations.migrate(baseline);
            try (Connection target = baseline.forLongWork().connect()) {
                target.setAutoCommit(false);
                copyAll(source, target);
            }
        }
    }

    private static void copyAll(Connection source, Connection target) throws SQLException {
        long rows = 0;
        double seconds = 0;
        for (String table : TABLES) {
            Copy copy = copy(source, target, table);
            MillionMembers.print("plain JDBC, " + table, "%,d rows in %.1f s", copy.rows(), copy.nanos() / 1e9);
            rows += copy.rows();
            seconds += copy.nanos() / 1e9;
        }
        MillionMembers.print("plain JDBC, the very same rows", "%,d rows in %.1f s, %,.0f rows/s", rows, seconds, rows / seconds);
    }

    private record Copy(long rows, long nanos) {}

    private static Copy copy(Connection source, Connection target, String table) throws SQLException {
        try (Statement select = source.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery("SELECT * FROM " + table)) {
                int columns = row.getMetaData().getColumnCount();
                String names = IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> name(row, column))
                        .collect(Collectors.joining(", "));
                String places = String.join(", ", Collections.nCopies(columns, "?"));
                try (PreparedStatement insert =
                        target.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
                    return copy(row, columns, insert, target);
                }
            }
        }
    }

    private static String name(ResultSet row, int column) {
        try {
            return row.getMetaData().getColumnName(column);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Copy copy(ResultSet row, int columns, PreparedStatement insert, Connection target) throws SQLException {
        long rows = 0;
        long nanos = 0;
        List<Object[]> batch = new ArrayList<>();
        boolean more = true;
        while (more) {
            batch.clear();
            while (batch.size() < BATCH && (more = row.next())) {
                Object[] values = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    values[column] = row.getObject(column + 1);
                }
                batch.add(values);
            }
            long started = System.nanoTime();
            for (Object[] values : batch) {
                for (int column = 0; column < columns; column++) {
                    insert.setObject(column + 1, values[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            target.commit();
            nanos += System.nanoTime() - started;
            rows += batch.size();
        }
        return new Copy(rows, nanos);
    }
}
