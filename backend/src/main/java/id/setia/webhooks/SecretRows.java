package id.setia.webhooks;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of secrets. */
final class SecretRows {

    private SecretRows() {}

    static void insert(Connection connection, WebhookSecret secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO webhook_secret (endpoint_id, id, sealed, created_at, expires_at)
                VALUES (?, ?, ?, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(secret.endpointId()));
            insert.setBytes(2, UuidBytes.of(secret.id()));
            insert.setBytes(3, secret.sealed());
            insert.setObject(4, Sql.time(secret.createdAt()));
            insert.executeUpdate();
        }
    }

    /** The endpoint's secrets, the newest first, those that sign no more too. */
    static List<WebhookSecret> of(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, sealed, created_at, expires_at
                FROM webhook_secret
                WHERE endpoint_id = ?
                ORDER BY id DESC""")) {
            select.setBytes(1, UuidBytes.of(endpointId));
            List<WebhookSecret> secrets = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    secrets.add(new WebhookSecret(
                            endpointId,
                            Sql.id(row, "id"),
                            row.getBytes("sealed"),
                            Sql.instant(row, "created_at"),
                            Optional.ofNullable(Sql.instant(row, "expires_at"))));
                }
            }
            return secrets;
        }
    }

    static void expire(Connection connection, WebhookSecret secret, Instant moment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE webhook_secret SET expires_at = ? WHERE endpoint_id = ? AND id = ?")) {
            update.setObject(1, Sql.time(moment));
            update.setBytes(2, UuidBytes.of(secret.endpointId()));
            update.setBytes(3, UuidBytes.of(secret.id()));
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, WebhookSecret secret) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM webhook_secret WHERE endpoint_id = ? AND id = ?")) {
            delete.setBytes(1, UuidBytes.of(secret.endpointId()));
            delete.setBytes(2, UuidBytes.of(secret.id()));
            delete.executeUpdate();
        }
    }

    static void deleteAll(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM webhook_secret WHERE endpoint_id = ?")) {
            delete.setBytes(1, UuidBytes.of(endpointId));
            delete.executeUpdate();
        }
    }
}
