package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of codes sent to members. */
@Singleton
class MemberCodeRows {

    /** A code that was sent; only its keyed hash is kept. */
    record Row(byte[] codeHash, int failures, Instant expiresAt) {}

    void put(Connection connection, UUID memberId, String purpose, byte[] codeHash, Instant expiresAt)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO member_code (member_id, purpose, code_hash, failures, expires_at)
                VALUES (?, ?, ?, 0, ?)
                ON DUPLICATE KEY UPDATE
                  code_hash = VALUES(code_hash), failures = VALUES(failures), expires_at = VALUES(expires_at)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setString(2, purpose);
            upsert.setBytes(3, codeHash);
            upsert.setObject(4, Sql.time(expiresAt));
            upsert.executeUpdate();
        }
    }

    Optional<Row> lock(Connection connection, UUID memberId, String purpose) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT code_hash, failures, expires_at
                FROM member_code
                WHERE member_id = ? AND purpose = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setString(2, purpose);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getBytes("code_hash"), row.getInt("failures"), Sql.instant(row, "expires_at")))
                        : Optional.empty();
            }
        }
    }

    void countFailure(Connection connection, UUID memberId, String purpose) throws SQLException {
        change(connection, "UPDATE member_code SET failures = failures + 1 WHERE member_id = ? AND purpose = ?", memberId, purpose);
    }

    void delete(Connection connection, UUID memberId, String purpose) throws SQLException {
        change(connection, "DELETE FROM member_code WHERE member_id = ? AND purpose = ?", memberId, purpose);
    }

    private static void change(Connection connection, String sql, UUID memberId, String purpose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.of(memberId));
            statement.setString(2, purpose);
            statement.executeUpdate();
        }
    }
}
