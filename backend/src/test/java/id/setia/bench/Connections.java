package id.setia.bench;

import id.setia.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections of the benchmark's own, which nobody cuts while they wait for a part to end. */
final class Connections {

    private Connections() {}

    static Connection patient(DatabaseAddress address) throws SQLException {
        Connection connection = address.forLongWork().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wait_timeout = 28800");
        }
        return connection;
    }
}
