package id.setia.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the database has done since it was started, as it counts itself. */
record DatabaseCounts(Map<String, Long> values) {

    private static final double KILOBYTE = 1024;

    static DatabaseCounts of(Connection connection) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("SHOW GLOBAL STATUS WHERE Variable_name IN"
                        + " ('Questions', 'Com_commit', 'Com_select', 'Handler_write', 'Innodb_row_lock_waits', 'Innodb_lsn_current',"
                        + " 'Innodb_data_written', 'Innodb_data_fsyncs')");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                values.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
            }
        }
        return new DatabaseCounts(values);
    }

    /** What was done since, for each of so many. */
    String since(DatabaseCounts before, double count) {
        return String.format(
                Locale.ROOT,
                "%.2f statements (%.2f reads, %.3f commits), %.1f rows written, %.1f KB of log, %.1f KB of files, %.3f flushes, %.3f waits for locks",
                per(before, "questions", count), per(before, "com_select", count), per(before, "com_commit", count),
                per(before, "handler_write", count), per(before, "innodb_lsn_current", count) / KILOBYTE,
                per(before, "innodb_data_written", count) / KILOBYTE, per(before, "innodb_data_fsyncs", count),
                per(before, "innodb_row_lock_waits", count));
    }

    private double per(DatabaseCounts before, String name, double count) {
        return (values.getOrDefault(name, 0L) - before.values().getOrDefault(name, 0L)) / count;
    }
}
