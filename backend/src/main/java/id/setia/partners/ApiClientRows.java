package id.setia.partners;

import id.setia.access.ClientSecrets;
import id.setia.access.Scope;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of API clients as staff see and change them. */
final class ApiClientRows {

    private static final String COLUMNS = """
            SELECT id, client_key, partner_id, terminal_id, name, scopes, state, created_at, revoked_at, version
            FROM api_client
            """;

    private ApiClientRows() {}

    /** All there ever were, by name. */
    static List<ApiClient> all(Connection connection) throws SQLException {
        try (PreparedStatement clients = connection.prepareStatement(COLUMNS + "ORDER BY name, id");
                PreparedStatement secrets = connection.prepareStatement("""
                        SELECT api_client_id, secret_hash, created_at, expires_at
                        FROM api_client_secret
                        ORDER BY created_at DESC""");
                PreparedStatement uses =
                        connection.prepareStatement("SELECT api_client_id, secret_id, last_used_at FROM client_use")) {
            return read(clients, secrets, uses);
        }
    }

    static Optional<ApiClient> find(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "");
    }

    static Optional<ApiClient> lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, " FOR UPDATE");
    }

    /** Names of a partner's clients that may call, in their order. */
    static List<String> activeNames(Connection connection, UUID partnerId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT name
                FROM api_client
                WHERE partner_id = ? AND state = 'active'
                ORDER BY name, id""")) {
            select.setBytes(1, UuidBytes.of(partnerId));
            List<String> names = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString("name"));
                }
            }
            return names;
        }
    }

    /** Ends all clients of a partner. */
    static void revokeAll(Connection connection, UUID partnerId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE api_client
                SET state = 'revoked', revoked_at = ?, version = version + 1
                WHERE partner_id = ? AND state = 'active'""")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(partnerId));
            update.executeUpdate();
        }
    }

    /** Ends all clients of a till. */
    static void revokeAllOf(Connection connection, UUID terminalId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE api_client
                SET state = 'revoked', revoked_at = ?, version = version + 1
                WHERE terminal_id = ? AND state = 'active'""")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(terminalId));
            update.executeUpdate();
        }
    }

    private static Optional<ApiClient> find(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement clients = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock);
                PreparedStatement secrets = connection.prepareStatement("""
                        SELECT api_client_id, secret_hash, created_at, expires_at
                        FROM api_client_secret
                        WHERE api_client_id = ?
                        ORDER BY created_at DESC""");
                PreparedStatement uses = connection.prepareStatement(
                        "SELECT api_client_id, secret_id, last_used_at FROM client_use WHERE api_client_id = ?")) {
            clients.setBytes(1, UuidBytes.of(id));
            secrets.setBytes(1, UuidBytes.of(id));
            uses.setBytes(1, UuidBytes.of(id));
            return read(clients, secrets, uses).stream().findFirst();
        }
    }

    private static Map<UUID, Map<String, Instant>> uses(PreparedStatement select) throws SQLException {
        Map<UUID, Map<String, Instant>> uses = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                uses.computeIfAbsent(Sql.id(row, "api_client_id"), ignored -> new HashMap<>())
                        .put(row.getString("secret_id"), Sql.instant(row, "last_used_at"));
            }
        }
        return uses;
    }

    private static Map<UUID, List<ApiClient.Secret>> secrets(
            PreparedStatement select, Map<UUID, Map<String, Instant>> uses) throws SQLException {
        Map<UUID, List<ApiClient.Secret>> secrets = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID clientId = Sql.id(row, "api_client_id");
                byte[] hash = row.getBytes("secret_hash");
                String id = ClientSecrets.id(hash);
                secrets.computeIfAbsent(clientId, ignored -> new ArrayList<>())
                        .add(new ApiClient.Secret(
                                id,
                                hash,
                                Sql.instant(row, "created_at"),
                                Optional.ofNullable(Sql.instant(row, "expires_at")),
                                Optional.ofNullable(uses.getOrDefault(clientId, Map.of()).get(id))));
            }
        }
        return secrets;
    }

    private static List<ApiClient> read(PreparedStatement select, PreparedStatement ofSecrets, PreparedStatement ofUses)
            throws SQLException {
        Map<UUID, Map<String, Instant>> uses = uses(ofUses);
        Map<UUID, List<ApiClient.Secret>> secrets = secrets(ofSecrets, uses);
        List<ApiClient> clients = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = Sql.id(row, "id");
                clients.add(new ApiClient(
                        id,
                        row.getString("client_key"),
                        Sql.id(row, "partner_id"),
                        Optional.ofNullable(Sql.id(row, "terminal_id")),
                        row.getString("name"),
                        DirectoryRows.scopes(row.getString("scopes")),
                        row.getString("state").equals("active"),
                        Sql.instant(row, "created_at"),
                        Optional.ofNullable(Sql.instant(row, "revoked_at")),
                        uses.getOrDefault(id, Map.of()).values().stream().max(Comparator.naturalOrder()),
                        secrets.getOrDefault(id, List.of()),
                        new Version(row.getLong("version"))));
            }
        }
        return clients;
    }

    static void update(Connection connection, UUID id, String name, Set<Scope> scopes, Version version)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE api_client SET name = ?, scopes = ?, version = ? WHERE id = ?")) {
            update.setString(1, name);
            update.setString(2, ApiClients.joined(scopes));
            update.setLong(3, version.number());
            update.setBytes(4, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    /** Lets every secret the client has now end at the moment, unless it ends before. */
    static void endSecrets(Connection connection, UUID id, Instant moment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE api_client_secret
                SET expires_at = ?
                WHERE api_client_id = ? AND (expires_at IS NULL OR expires_at > ?)""")) {
            update.setObject(1, Sql.time(moment));
            update.setBytes(2, UuidBytes.of(id));
            update.setObject(3, Sql.time(moment));
            update.executeUpdate();
        }
    }

    /** Ends one secret. */
    static void deleteSecret(Connection connection, UUID id, byte[] hash) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM api_client_secret WHERE api_client_id = ? AND secret_hash = ?")) {
            delete.setBytes(1, UuidBytes.of(id));
            delete.setBytes(2, hash);
            delete.executeUpdate();
        }
    }

    /** The clients of a till that may call. */
    static List<UUID> activeOf(Connection connection, UUID terminalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM api_client WHERE terminal_id = ? AND state = 'active' ORDER BY id")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(Sql.id(row, "id"));
                }
            }
            return found;
        }
    }

    static Map<UUID, String> names(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, name FROM api_client WHERE id IN " + Sql.places(ids))) {
            Sql.bindIds(select, 1, ids);
            Map<UUID, String> names = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(Sql.id(row, "id"), row.getString("name"));
                }
            }
            return names;
        }
    }
}
