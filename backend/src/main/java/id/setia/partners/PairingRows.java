package id.setia.partners;

import id.setia.access.Scope;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Codes that wait for their tills, at most one for each; whoever changes one holds the till's row. */
final class PairingRows {

    private PairingRows() {}

    /** What a code gives. */
    record Row(UUID terminalId, Set<Scope> scopes, Instant expiresAt) {}

    static void insert(Connection connection, Row row, byte[] hash, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO pairing_code (terminal_id, code_hash, scopes, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(row.terminalId()));
            insert.setBytes(2, hash);
            insert.setString(3, ApiClients.joined(row.scopes()));
            insert.setObject(4, Sql.time(now));
            insert.setObject(5, Sql.time(row.expiresAt()));
            insert.executeUpdate();
        }
    }

    static Optional<Row> find(Connection connection, byte[] hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT terminal_id, scopes, expires_at FROM pairing_code WHERE code_hash = ?")) {
            select.setBytes(1, hash);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                Sql.id(row, "terminal_id"),
                                DirectoryRows.scopes(row.getString("scopes")),
                                Sql.instant(row, "expires_at")))
                        : Optional.empty();
            }
        }
    }

    /** Uses up the code of a till, if one waits; answers whether one did. */
    static boolean delete(Connection connection, UUID terminalId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM pairing_code WHERE terminal_id = ?")) {
            delete.setBytes(1, UuidBytes.of(terminalId));
            return delete.executeUpdate() > 0;
        }
    }
}
