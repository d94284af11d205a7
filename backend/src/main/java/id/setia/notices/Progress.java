package id.setia.notices;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** How far the feed was read, and on which day members were last reminded. */
@Singleton
class Progress {

    long position(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT position FROM notice_progress WHERE id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong("position");
        }
    }

    void moveTo(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE notice_progress SET position = ? WHERE id = 1")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    Optional<LocalDate> remindedOn(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT reminded_on FROM notice_progress WHERE id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject("reminded_on", LocalDate.class));
        }
    }

    void reminded(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE notice_progress SET reminded_on = ? WHERE id = 1")) {
            update.setObject(1, day);
            update.executeUpdate();
        }
    }
}
