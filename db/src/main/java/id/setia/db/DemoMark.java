package id.setia.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table that marks a database as made for demonstration, with made-up members and log-ins that everyone knows. Set
 * only on an empty database, never removed. It has a row for as long as the demonstration is being filled.
 */
public final class DemoMark {

    static final String TABLE = "demo_mark";

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

    /** Whether there is nothing but marks of what the database is for. */
    static boolean isOnlyMarked(DatabaseAddress address) {
        List<String> tables = tables(address);
        return !tables.isEmpty() && Set.of(TABLE, SandboxMark.TABLE).containsAll(tables);
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

    /** Marks an empty database that is going to be filled. */
    public static void begin(DatabaseAddress address) {
        set(address);
        execute(address, "INSERT INTO demo_mark (id) VALUES (1)");
    }

    /** Tells in the running transaction, or at once, that everything of the demonstration is there. */
    public static void finish(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM demo_mark WHERE id = 1");
        }
    }

    /** Marks an empty database. */
    public static void set(DatabaseAddress address) {
        execute(address, "CREATE TABLE demo_mark (id TINYINT NOT NULL PRIMARY KEY) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    }

    private static void execute(DatabaseAddress address, String change) {
        try (Connection connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot mark the database for demonstration", fault);
        }
    }
}
