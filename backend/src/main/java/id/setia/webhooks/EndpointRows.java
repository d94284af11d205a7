package id.setia.webhooks;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of endpoints. */
final class EndpointRows {

    private static final String COLUMNS = """
            SELECT id, partner_id, url, description, types, state, disabled_reason, disabled_at, created_at, version
            FROM webhook_endpoint
            """;

    private EndpointRows() {}

    static void insert(Connection connection, WebhookEndpoint endpoint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO webhook_endpoint (
                  id, partner_id, url, description, types, state, disabled_reason, disabled_at, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(endpoint.id()));
            insert.setBytes(2, UuidBytes.of(endpoint.partnerId()));
            insert.setString(3, endpoint.url());
            insert.setString(4, endpoint.description());
            insert.setString(5, endpoint.types().kept());
            insert.setString(6, endpoint.state().value());
            insert.setObject(7, Sql.time(endpoint.createdAt()));
            insert.setLong(8, endpoint.version().number());
            insert.executeUpdate();
        }
    }

    static void update(Connection connection, WebhookEndpoint endpoint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE webhook_endpoint
                SET url = ?, description = ?, types = ?, state = ?, disabled_reason = ?, disabled_at = ?, version = ?
                WHERE id = ?""")) {
            update.setString(1, endpoint.url());
            update.setString(2, endpoint.description());
            update.setString(3, endpoint.types().kept());
            update.setString(4, endpoint.state().value());
            update.setString(5, endpoint.disabledReason().map(DisabledReason::value).orElse(null));
            update.setObject(6, Sql.time(endpoint.disabledAt().orElse(null)));
            update.setLong(7, endpoint.version().number());
            update.setBytes(8, UuidBytes.of(endpoint.id()));
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM webhook_endpoint WHERE id = ?")) {
            delete.setBytes(1, UuidBytes.of(id));
            delete.executeUpdate();
        }
    }

    static Optional<WebhookEndpoint> find(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "");
    }

    /** The endpoint, which nobody else changes or takes away until the transaction ends. */
    static Optional<WebhookEndpoint> lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, " FOR UPDATE");
    }

    private static Optional<WebhookEndpoint> find(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** All endpoints, or those of a partner, the oldest first. */
    static List<WebhookEndpoint> all(Connection connection, Optional<UUID> partnerId) throws SQLException {
        String which = partnerId.isPresent() ? "WHERE partner_id = ?\n" : "";
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + which + "ORDER BY id")) {
            if (partnerId.isPresent()) {
                select.setBytes(1, UuidBytes.of(partnerId.get()));
            }
            return read(select);
        }
    }

    private static List<WebhookEndpoint> read(PreparedStatement select) throws SQLException {
        List<WebhookEndpoint> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new WebhookEndpoint(
                        Sql.id(row, "id"),
                        Sql.id(row, "partner_id"),
                        row.getString("url"),
                        row.getString("description"),
                        TypeFilter.ofKept(row.getString("types")),
                        EndpointState.of(row.getString("state")),
                        Optional.ofNullable(row.getString("disabled_reason")).map(DisabledReason::of),
                        Optional.ofNullable(Sql.instant(row, "disabled_at")),
                        Sql.instant(row, "created_at"),
                        new Version(row.getLong("version"))));
            }
        }
        return found;
    }
}
