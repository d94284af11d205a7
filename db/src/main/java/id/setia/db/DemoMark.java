package id.setia.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table that marks a database as made for demonstration, with made-up members and log-ins that everyone knows. Set
 * only on an empty database, never removed.
 */
public final class DemoMark {

    private static final String TABLE = "demo_mark";

    private DemoMark() {
    }

    /** Whether the database is for demonstration. */
    public static boolean isOn(DatabaseAddress address) {
        return tables(address).contains(TABLE);
    }

    /** Whether the database has no table at all. */
    public static boolean isEmpty(DatabaseAddress address) {
        return tables(address).isEmpty();
    }

    static boolean isOnlyTable(DatabaseAddress address) {
        return tables(address).equals(List.of(TABLE));
    }

    static List<String> tables(DatabaseAddress address) {
        try (var connection = address.connect();
                var found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
            var names = new ArrayList<String>();
            while (found.next()) {
                names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot read which tables there are", fault);
        }
    }

    /** Marks an empty database. */
    public static void set(DatabaseAddress address) {
        try (Connection connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE demo_mark (id TINYINT NOT NULL PRIMARY KEY) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot mark the database for demonstration", fault);
        }
    }
}
