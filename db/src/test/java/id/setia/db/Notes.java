package id.setia.db;

import java.sql.SQLException;

/** Something to find again in a database. */
final class Notes {

    static final String NOTE = "setia 🎁";

    private Notes() {
    }

    static void keep(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (note VARCHAR(50) NOT NULL)");
            statement.execute("INSERT INTO notes (note) VALUES ('" + NOTE + "')");
        }
    }

    static String read(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT note FROM notes")) {
            result.next();
            return result.getString("note");
        }
    }
}
