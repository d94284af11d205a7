package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.ClientCredentials;
import id.setia.access.ClientSecrets;
import id.setia.access.RegisteredClient;
import id.setia.access.Scope;
import id.setia.kernel.IdMaker;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to API clients: the credentials of tills and partners' systems. */
@Singleton
public class ApiClients implements ClientCredentials {

    private static final int MOST_SECRETS = 2;

    private final DirectoryCache cache;
    private final ClientUses uses;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;
    private final AuditTrail audit;

    ApiClients(
            DirectoryCache cache,
            ClientUses uses,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids,
            AuditTrail audit) {
        this.cache = cache;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    @Override
    public Optional<RegisteredClient> withKey(String clientKey) {
        return Optional.ofNullable(cache.current().clientsByKey().get(clientKey));
    }

    @Override
    public Optional<RegisteredClient> live(UUID clientId) {
        return Optional.ofNullable(cache.current().clients().get(clientId));
    }

    @Override
    public void lookAgain() {
        cache.lookAgain();
    }

    /** Whether any till has credentials. */
    public boolean anyTill() {
        return cache.current().clients().values().stream()
                .anyMatch(client -> client.terminalId().isPresent());
    }

    /** A till that is retired, or whose store is closed, gets no token. */
    @Override
    public Optional<ProblemCode> tokenRefusal(RegisteredClient client) {
        Directory directory = cache.current();
        if (client.terminalId().map(directory.terminals()::get).filter(till -> till.state() == TerminalState.RETIRED).isPresent()) {
            return Optional.of(ProblemCode.TERMINAL_RETIRED);
        }
        return client.storeId()
                .map(directory.stores()::get)
                .filter(store -> store.state() == StoreState.CLOSED)
                .map(store -> ProblemCode.STORE_CLOSED);
    }

    @Override
    public void used(UUID clientId, String secretId, Instant now) {
        uses.note(clientId, secretId, now);
    }

    /** What staff call clients, revoked ones too. */
    public Map<UUID, String> names(Collection<UUID> clientIds) {
        return clientIds.isEmpty()
                ? Map.of()
                : transactions.read(connection -> ApiClientRows.names(connection, clientIds));
    }

    /**
     * Registers a client of a partner, for one till or for the partner's own system, with its first secret.
     *
     * @param clientKey what it will send as {@code client_id}, unique, at most 64 ASCII characters
     */
    public IssuedClient create(
            Caller by, String clientKey, UUID partnerId, Optional<UUID> terminalId, String name, Set<Scope> scopes) {
        return create(by, clientKey, partnerId, terminalId, name, scopes, ClientSecrets.make());
    }

    /** The same with a secret that is known to all; for demonstrations. */
    public IssuedClient create(
            Caller by,
            String clientKey,
            UUID partnerId,
            Optional<UUID> terminalId,
            String name,
            Set<Scope> scopes,
            String secret) {
        return create(by, clientKey, partnerId, terminalId, name, scopes, secret, Optional.empty());
    }

    /** The same with a secret that ends by itself. */
    IssuedClient create(
            Caller by,
            String clientKey,
            UUID partnerId,
            Optional<UUID> terminalId,
            String name,
            Set<Scope> scopes,
            String secret,
            Optional<Instant> secretEnds) {
        UUID id = ids.next();
        transactions.write(connection -> {
            insert(connection, id, clientKey, partnerId, terminalId, name, scopes);
            insertSecret(connection, id, secret, secretEnds);
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "api_client.created", "api_client", id, "scopes", joined(scopes));
            return null;
        });
        cache.refresh();
        return new IssuedClient(id, clientKey, secret);
    }

    private void insert(
            Connection connection,
            UUID id,
            String clientKey,
            UUID partnerId,
            Optional<UUID> terminalId,
            String name,
            Set<Scope> scopes)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO api_client (
                  id, client_key, partner_id, terminal_id, name, scopes, state, created_at, revoked_at)
                VALUES (?, ?, ?, ?, ?, ?, 'active', ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(id));
            insert.setString(2, clientKey);
            insert.setBytes(3, UuidBytes.of(partnerId));
            insert.setBytes(4, UuidBytes.of(terminalId.orElse(null)));
            insert.setString(5, name);
            insert.setString(6, joined(scopes));
            insert.setObject(7, Sql.time(clock.now()));
            insert.executeUpdate();
        }
    }

    private void insertSecret(Connection connection, UUID clientId, String secret, Optional<Instant> ends)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO api_client_secret (api_client_id, secret_hash, created_at, expires_at)
                VALUES (?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(clientId));
            insert.setBytes(2, ClientSecrets.hash(secret));
            insert.setObject(3, Sql.time(clock.now()));
            insert.setObject(4, Sql.time(ends.orElse(null)));
            insert.executeUpdate();
        }
    }

    /** Gives a client a new secret beside its newest one, so that it can change over; an older one ends at once. */
    public IssuedClient rotateSecret(Caller by, UUID clientId) {
        return rotateSecret(by, clientId, Optional.empty());
    }

    /** The same with a secret that ends by itself. */
    IssuedClient rotateSecret(Caller by, UUID clientId, Optional<Instant> ends) {
        String secret = ClientSecrets.make();
        String clientKey = transactions.write(connection -> {
            String key = lock(connection, clientId);
            deleteAllButNewest(connection, clientId);
            insertSecret(connection, clientId, secret, ends);
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    by, "api_client.secret_rotated", "api_client", clientId,
                    "secretId", ClientSecrets.id(ClientSecrets.hash(secret)),
                    "expiresAt", ends.map(Instant::toString).orElse(""));
            return key;
        });
        cache.refresh();
        return new IssuedClient(clientId, clientKey, secret);
    }

    private static String lock(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT client_key FROM api_client WHERE id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(clientId));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("no API client " + clientId);
                }
                return row.getString("client_key");
            }
        }
    }

    private static void deleteAllButNewest(Connection connection, UUID clientId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT secret_hash
                        FROM api_client_secret
                        WHERE api_client_id = ?
                        ORDER BY created_at DESC""");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM api_client_secret WHERE api_client_id = ? AND secret_hash = ?")) {
            select.setBytes(1, UuidBytes.of(clientId));
            try (ResultSet row = select.executeQuery()) {
                for (int kept = 1; row.next(); kept++) {
                    if (kept >= MOST_SECRETS) {
                        delete.setBytes(1, UuidBytes.of(clientId));
                        delete.setBytes(2, row.getBytes("secret_hash"));
                        delete.executeUpdate();
                    }
                }
            }
        }
    }

    /** Ends a client; its tokens are refused within two seconds on every node. */
    public void revoke(Caller by, UUID clientId) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE api_client SET state = 'revoked', revoked_at = ? WHERE id = ? AND state = 'active'")) {
                update.setObject(1, Sql.time(clock.now()));
                update.setBytes(2, UuidBytes.of(clientId));
                update.executeUpdate();
            }
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "api_client.revoked", "api_client", clientId);
            return null;
        });
        cache.refresh();
    }

    static String joined(Set<Scope> scopes) {
        return scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(" "));
    }
}
