package id.setia.webhooks;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The rows of how far endpoints are. */
final class ProgressRows {

    private ProgressRows() {}

    static void insert(Connection connection, EndpointProgress progress) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO webhook_progress (endpoint_id, position, failures, failing_since, paused_until)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(progress.endpointId()));
            insert.setLong(2, progress.position());
            insert.setInt(3, progress.failures());
            insert.setObject(4, Sql.time(progress.failingSince().orElse(null)));
            insert.setObject(5, Sql.time(progress.pausedUntil().orElse(null)));
            insert.executeUpdate();
        }
    }

    static void update(Connection connection, EndpointProgress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE webhook_progress
                SET position = ?, failures = ?, failing_since = ?, paused_until = ?
                WHERE endpoint_id = ?""")) {
            update.setLong(1, progress.position());
            update.setInt(2, progress.failures());
            update.setObject(3, Sql.time(progress.failingSince().orElse(null)));
            update.setObject(4, Sql.time(progress.pausedUntil().orElse(null)));
            update.setBytes(5, UuidBytes.of(progress.endpointId()));
            update.executeUpdate();
        }
    }

    static Optional<EndpointProgress> find(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT position, failures, failing_since, paused_until
                FROM webhook_progress
                WHERE endpoint_id = ?""")) {
            select.setBytes(1, UuidBytes.of(endpointId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new EndpointProgress(
                                endpointId,
                                row.getLong("position"),
                                row.getInt("failures"),
                                Optional.ofNullable(Sql.instant(row, "failing_since")),
                                Optional.ofNullable(Sql.instant(row, "paused_until"))))
                        : Optional.empty();
            }
        }
    }

    static void delete(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM webhook_progress WHERE endpoint_id = ?")) {
            delete.setBytes(1, UuidBytes.of(endpointId));
            delete.executeUpdate();
        }
    }
}
