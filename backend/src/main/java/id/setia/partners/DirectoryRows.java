package id.setia.partners;

import id.setia.access.RegisteredClient;
import id.setia.access.Scope;
import id.setia.kernel.Sql;
import id.setia.kernel.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the whole directory; the epoch first, so that a change meanwhile is read again. */
final class DirectoryRows {

    static final String PARTNERS = """
            SELECT id, code, name, owner, state, version, leaves_at, refunds_until, left_at, ended_at
            FROM partner""";

    static final String EPOCH = "partners";

    private DirectoryRows() {}

    static long epoch(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM epoch WHERE name = ?")) {
            select.setString(1, EPOCH);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("value") : 0;
            }
        }
    }

    /** Tells every node that something changed; takes a lock, so it comes last in its transaction. */
    static void moveEpoch(Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO epoch (name, value)
                VALUES (?, 1)
                ON DUPLICATE KEY UPDATE value = value + 1""")) {
            upsert.setString(1, EPOCH);
            upsert.executeUpdate();
        }
    }

    static Directory read(Connection connection) throws SQLException {
        long epoch = epoch(connection);
        Map<UUID, Partner> partners = partners(connection);
        Map<UUID, Store> stores = stores(connection);
        Map<UUID, Terminal> terminals = terminals(connection);
        List<RegisteredClient> clients = clients(connection, partners, terminals);
        return Directory.of(epoch, partners, stores, terminals, clients.stream());
    }

    private static Map<UUID, Partner> partners(Connection connection) throws SQLException {
        Map<UUID, Partner> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PARTNERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Partner partner = partner(row);
                found.put(partner.id(), partner);
            }
        }
        return found;
    }

    static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                Sql.id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("owner"),
                PartnerState.of(row.getString("state")),
                new Version(row.getLong("version")),
                leaving(row));
    }

    private static Optional<Leaving> leaving(ResultSet row) throws SQLException {
        Instant leavesAt = Sql.instant(row, "leaves_at");
        return leavesAt == null
                ? Optional.empty()
                : Optional.of(new Leaving(
                        leavesAt,
                        Sql.instant(row, "refunds_until"),
                        Optional.ofNullable(Sql.instant(row, "left_at")),
                        Optional.ofNullable(Sql.instant(row, "ended_at"))));
    }

    private static Map<UUID, Store> stores(Connection connection) throws SQLException {
        Map<UUID, Store> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, partner_id, code, name, time_zone, region, state, version FROM store");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = Sql.id(row, "id");
                found.put(
                        id,
                        new Store(
                                id,
                                Sql.id(row, "partner_id"),
                                row.getString("code"),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone")),
                                row.getString("region"),
                                StoreState.of(row.getString("state")),
                                new Version(row.getLong("version"))));
            }
        }
        return found;
    }

    private static Map<UUID, Terminal> terminals(Connection connection) throws SQLException {
        Map<UUID, Terminal> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id, store_id, code, name, state, version FROM terminal");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = Sql.id(row, "id");
                found.put(
                        id,
                        new Terminal(
                                id,
                                Sql.id(row, "store_id"),
                                row.getString("code"),
                                row.getString("name"),
                                TerminalState.of(row.getString("state")),
                                new Version(row.getLong("version"))));
            }
        }
        return found;
    }

    private static List<RegisteredClient> clients(
            Connection connection, Map<UUID, Partner> partners, Map<UUID, Terminal> terminals) throws SQLException {
        Map<UUID, List<RegisteredClient.Secret>> secrets = secrets(connection);
        List<RegisteredClient> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT id, client_key, partner_id, terminal_id, scopes
                        FROM api_client
                        WHERE state = 'active'""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = Sql.id(row, "id");
                Optional<Partner> partner = Optional.ofNullable(partners.get(Sql.id(row, "partner_id")));
                Optional<UUID> terminalId = Optional.ofNullable(Sql.id(row, "terminal_id"));
                if (partner.filter(known -> known.state() != PartnerState.ENDED).isPresent()) {
                    found.add(new RegisteredClient(
                            id,
                            row.getString("client_key"),
                            partner.get().id(),
                            terminalId,
                            terminalId.map(terminals::get).map(Terminal::storeId),
                            partner.get().owner(),
                            scopes(row.getString("scopes")),
                            secrets.getOrDefault(id, List.of())));
                }
            }
        }
        return found;
    }

    private static Map<UUID, List<RegisteredClient.Secret>> secrets(Connection connection) throws SQLException {
        Map<UUID, List<RegisteredClient.Secret>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT api_client_id, secret_hash, expires_at FROM api_client_secret");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(Sql.id(row, "api_client_id"), ignored -> new ArrayList<>())
                        .add(new RegisteredClient.Secret(
                                row.getBytes("secret_hash"), Optional.ofNullable(Sql.instant(row, "expires_at"))));
            }
        }
        return found;
    }

    static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(value -> Scope.of(value).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
