package id.setia.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a first start leaves that was killed half-way: some of the tables and no programme in them, or a demonstration that
 * is not filled. Nobody has entered anything yet.
 */
final class UnfinishedStart {

    private UnfinishedStart() {
    }

    static boolean isLeftIn(DatabaseAddress address) {
        List<String> tables = DemoMark.tables(address);
        if (tables.contains(RestoreMark.TABLE)) {
            return false;
        }
        try (Connection connection = address.connect()) {
            return tables.contains(DemoMark.TABLE) && hasRows(connection, DemoMark.TABLE)
                    || tables.contains("flyway_schema_history") && !(tables.contains("program") && hasRows(connection, "program"));
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot read whether the last start was finished", fault);
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }
}
