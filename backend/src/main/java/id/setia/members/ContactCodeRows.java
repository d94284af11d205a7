package id.setia.members;

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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The rows of codes that were sent. */
final class ContactCodeRows {

    private ContactCodeRows() {}

    static void insert(Connection connection, ContactCode code) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO contact_code (
                  id, purpose, subject_id, kind, value, code_hash, expires_at, failures, used_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, ?)""")) {
            insert.setBytes(1, UuidBytes.of(code.id()));
            insert.setString(2, code.purpose().value());
            insert.setBytes(3, UuidBytes.of(code.subjectId().orElse(null)));
            insert.setString(4, code.contact().kind());
            insert.setBytes(5, code.contact().reference().valueBytes());
            insert.setBytes(6, code.hash().orElse(null));
            insert.setObject(7, Sql.time(code.expiresAt()));
            insert.setObject(8, Sql.time(code.createdAt()));
            insert.executeUpdate();
        }
    }

    /** The code, locked: of two answers one comes first. */
    static Optional<ContactCode> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, purpose, subject_id, kind, value, code_hash, expires_at, failures, used_at, created_at
                FROM contact_code
                WHERE id = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(code(row)) : Optional.empty();
            }
        }
    }

    /** Codes of the purpose sent for the subject since the moment, the newest first. */
    static List<ContactCode> of(Connection connection, CodePurpose purpose, UUID subjectId, Instant since)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, purpose, subject_id, kind, value, code_hash, expires_at, failures, used_at, created_at
                FROM contact_code
                WHERE subject_id = ? AND purpose = ? AND created_at >= ?
                ORDER BY id DESC""")) {
            select.setBytes(1, UuidBytes.of(subjectId));
            select.setString(2, purpose.value());
            select.setObject(3, Sql.time(since));
            List<ContactCode> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(code(row));
                }
            }
            return found;
        }
    }

    private static ContactCode code(ResultSet row) throws SQLException {
        return new ContactCode(
                Sql.id(row, "id"),
                CodePurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(Sql.id(row, "subject_id")),
                Contact.of(
                        MemberReference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        new String(row.getBytes("value"), StandardCharsets.UTF_8)),
                Optional.ofNullable(row.getBytes("code_hash")),
                Sql.instant(row, "expires_at"),
                row.getInt("failures"),
                Sql.instant(row, "used_at") != null,
                Sql.instant(row, "created_at"));
    }

    static void countFailure(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE contact_code SET failures = failures + 1 WHERE id = ?")) {
            update.setBytes(1, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static void use(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE contact_code SET used_at = ?, code_hash = NULL WHERE id = ?")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static int deleteBefore(Connection connection, Instant moment, int limit) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM contact_code WHERE created_at < ? LIMIT " + limit)) {
            delete.setObject(1, Sql.time(moment));
            return delete.executeUpdate();
        }
    }
}
