package id.setia.members;

import id.setia.access.EmailAddress;
import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of enrolments. */
@Singleton
class EnrolmentRows {

    private static final Argument<List<ConsentChoice>> CHOICES = Argument.listOf(ConsentChoice.class);

    private final Json json;

    EnrolmentRows(Json json) {
        this.json = json;
    }

    void insert(Connection connection, Enrolment enrolment) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO enrolment (
                  id, email, name, birth_date, language, password_hash, terms_version, consents, code_hash,
                  code_expires_at, codes_sent, failures, member_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, NULL, ?)""")) {
            insert.setBytes(1, UuidBytes.of(enrolment.id()));
            insert.setBytes(2, enrolment.email().bytes());
            insert.setString(3, enrolment.name());
            insert.setObject(4, enrolment.birthDate().orElse(null));
            insert.setString(5, enrolment.language());
            insert.setString(6, enrolment.passwordHash());
            insert.setString(7, enrolment.termsVersion());
            insert.setString(8, json.write(enrolment.consents()));
            insert.setBytes(9, enrolment.codeHash().orElse(null));
            insert.setObject(10, Sql.time(enrolment.codeExpiresAt()));
            insert.setObject(11, Sql.time(enrolment.createdAt()));
            insert.executeUpdate();
        }
    }

    /** The enrolment, locked: of two confirmations one comes first. */
    Optional<Enrolment> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT email, name, birth_date, language, password_hash, terms_version, consents, code_hash,
                       code_expires_at, failures, member_id, created_at
                FROM enrolment
                WHERE id = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(enrolment(id, row)) : Optional.empty();
            }
        }
    }

    private Enrolment enrolment(UUID id, ResultSet row) throws SQLException {
        return new Enrolment(
                id,
                new EmailAddress(new String(row.getBytes("email"), StandardCharsets.UTF_8)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                row.getString("language"),
                row.getString("password_hash"),
                row.getString("terms_version"),
                json.read(row.getString("consents"), CHOICES),
                Optional.ofNullable(row.getBytes("code_hash")),
                Sql.instant(row, "code_expires_at"),
                row.getInt("failures"),
                Optional.ofNullable(Sql.id(row, "member_id")),
                Sql.instant(row, "created_at"));
    }

    void renewCode(Connection connection, UUID id, Optional<byte[]> codeHash, Instant expiresAt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE enrolment
                SET code_hash = ?, code_expires_at = ?, codes_sent = codes_sent + 1, failures = 0
                WHERE id = ?""")) {
            update.setBytes(1, codeHash.orElse(null));
            update.setObject(2, Sql.time(expiresAt));
            update.setBytes(3, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    void countFailure(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE enrolment SET failures = failures + 1 WHERE id = ?")) {
            update.setBytes(1, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    void confirmed(Connection connection, UUID id, UUID memberId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE enrolment SET member_id = ?, code_hash = NULL WHERE id = ?")) {
            update.setBytes(1, UuidBytes.of(memberId));
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    int deleteBefore(Connection connection, Instant moment, int limit) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM enrolment WHERE created_at < ? LIMIT " + limit)) {
            delete.setObject(1, Sql.time(moment));
            return delete.executeUpdate();
        }
    }
}
