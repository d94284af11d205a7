package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of members of staff. */
final class StaffRows {

    private static final String SELECT = """
            SELECT f.id, f.email, f.name, f.roles, f.language, f.state, f.created_at, f.signed_in_at, f.version,
              t.confirmed_at AS second_factor_at, i.expires_at AS invited_until
            FROM staff f
            LEFT JOIN staff_second_factor t ON t.staff_id = f.id
            LEFT JOIN staff_link i ON i.staff_id = f.id AND i.kind = 'invitation'
            """;

    private StaffRows() {}

    /** Adds a row; false when there is one with the e-mail. */
    static boolean insert(Connection connection, StaffAccount account, Optional<String> passwordHash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO staff (id, email, name, password_hash, roles, state, created_at, language, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(account.id()));
            insert.setBytes(2, stored(account.email()));
            insert.setString(3, account.name());
            insert.setString(4, passwordHash.orElse(null));
            insert.setString(5, Role.join(account.roles()));
            insert.setString(6, account.state().value());
            insert.setObject(7, Sql.time(account.createdAt()));
            insert.setString(8, account.language());
            insert.setLong(9, account.version());
            insert.executeUpdate();
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
        StaffStores.replace(connection, account.id(), account.stores());
        return true;
    }

    static Optional<StaffAccount> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE f.id = ?")) {
            select.setBytes(1, UuidBytes.of(id));
            return read(connection, select).stream().findFirst();
        }
    }

    static Optional<StaffAccount> findByEmail(Connection connection, String email) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE f.email = ?")) {
            select.setBytes(1, stored(email));
            return read(connection, select).stream().findFirst();
        }
    }

    /** The account, which nobody else changes until the transaction ends. */
    static Optional<StaffAccount> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM staff WHERE id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
            }
        }
        return find(connection, id);
    }

    /** How many may sign in as administrators; it stays so until the transaction ends. */
    static int lockAdministrators(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id FROM staff WHERE state = 'active' AND roles LIKE '%administrator%' ORDER BY id FOR UPDATE");
                ResultSet row = select.executeQuery()) {
            int administrators = 0;
            while (row.next()) {
                administrators++;
            }
            return administrators;
        }
    }

    /** Everybody who may sign in as an administrator, by name. */
    static List<StaffAccount> administrators(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + "WHERE f.state = 'active' AND f.roles LIKE '%administrator%'\nORDER BY f.name, f.id")) {
            return read(connection, select);
        }
    }

    /** Accounts by name, from the one after the account given. */
    static List<StaffAccount> page(Connection connection, Optional<StaffState> state, Optional<StaffAccount> after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT
                + "WHERE (? = '' OR f.state = ?) AND (f.name > ? OR (f.name = ? AND f.id > ?))\n"
                + "ORDER BY f.name, f.id\n"
                + "LIMIT ?")) {
            String wanted = state.map(StaffState::value).orElse("");
            String name = after.map(StaffAccount::name).orElse("");
            select.setString(1, wanted);
            select.setString(2, wanted);
            select.setString(3, name);
            select.setString(4, name);
            select.setBytes(5, UuidBytes.of(after.map(StaffAccount::id).orElse(new UUID(0, 0))));
            select.setInt(6, limit);
            return read(connection, select);
        }
    }

    private static List<StaffAccount> read(Connection connection, PreparedStatement select) throws SQLException {
        List<StaffAccount> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(account(row));
            }
        }
        Map<UUID, Set<UUID>> stores =
                StaffStores.of(connection, found.stream().map(StaffAccount::id).toList());
        return found.stream()
                .map(account -> account.withStores(stores.getOrDefault(account.id(), Set.of())))
                .toList();
    }

    private static StaffAccount account(ResultSet row) throws SQLException {
        return new StaffAccount(
                Sql.id(row, "id"),
                new String(row.getBytes("email"), StandardCharsets.UTF_8),
                row.getString("name"),
                Role.split(row.getString("roles")),
                Set.of(),
                row.getString("language"),
                StaffState.of(row.getString("state")),
                row.getObject("second_factor_at") != null,
                Sql.instant(row, "created_at"),
                Optional.ofNullable(Sql.instant(row, "signed_in_at")),
                Optional.ofNullable(Sql.instant(row, "invited_until")),
                row.getLong("version"));
    }

    /** Writes name, roles, stores and language in the place of what is there; the next version. */
    static void change(Connection connection, UUID id, String name, String language, Set<Role> roles, Set<UUID> stores)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE staff
                SET name = ?, language = ?, roles = ?, version = version + 1
                WHERE id = ?""")) {
            update.setString(1, name);
            update.setString(2, language);
            update.setString(3, Role.join(roles));
            update.setBytes(4, UuidBytes.of(id));
            update.executeUpdate();
        }
        StaffStores.replace(connection, id, stores);
    }

    /** Whether a password was ever chosen. */
    static boolean hasPassword(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM staff WHERE id = ? AND password_hash IS NOT NULL")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static void setState(Connection connection, UUID id, StaffState state) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE staff SET state = ?, version = version + 1 WHERE id = ?")) {
            update.setString(1, state.value());
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static void setPassword(Connection connection, UUID id, String passwordHash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE staff SET password_hash = ? WHERE id = ?")) {
            update.setString(1, passwordHash);
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static void signedIn(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE staff SET signed_in_at = ? WHERE id = ?")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static byte[] stored(String email) {
        return EmailAddress.normal(email).getBytes(StandardCharsets.UTF_8);
    }
}
