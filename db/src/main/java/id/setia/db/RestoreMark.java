package id.setia.db;

import java.sql.SQLException;

/** A table that stands in a database for as long as a backup is being restored into it: what is there is not whole yet. */
public final class RestoreMark {

    static final String TABLE = "restore_unfinished";

    private RestoreMark() {
    }

    /** Whether a restore was begun and has not ended. */
    public static boolean isOn(DatabaseAddress address) {
        return DemoMark.tables(address).contains(TABLE);
    }

    static void set(DatabaseAddress address) {
        execute(address, "CREATE TABLE restore_unfinished (id TINYINT NOT NULL PRIMARY KEY)");
    }

    static void remove(DatabaseAddress address) {
        execute(address, "DROP TABLE restore_unfinished");
    }

    private static void execute(DatabaseAddress address, String statement) {
        try (var connection = address.connect(); var execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("Cannot mark the database while it is restored", fault);
        }
    }
}
