package id.setia.db;

import java.sql.Connection;
import java.sql.SQLException;

/** A table that marks a database as a sandbox's, whose time may be moved. Set only on an empty database, never removed. */
public final class SandboxMark {

    static final String TABLE = "sandbox_mark";

    private SandboxMark() {
    }

    /** Whether the database is a sandbox's. */
    public static boolean isOn(DatabaseAddress address) {
        return DemoMark.tables(address).contains(TABLE);
    }

    /** Marks an empty database. */
    public static void set(DatabaseAddress address) {
        try (Connection connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sandbox_mark (id TINYINT NOT NULL PRIMARY KEY) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot mark the database as a sandbox's", fault);
        }
    }
}
