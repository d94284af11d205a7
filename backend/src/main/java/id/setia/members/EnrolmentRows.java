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
                  id, email, phone, name, birth_date, language, password_hash, terms_version, consents, code_id,
                  member_id, created_at, referral_code)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(enrolment.id()));
            insert.setBytes(2, enrolment.email().map(EmailAddress::bytes).orElse(null));
            insert.setBytes(3, enrolment.phone().map(EnrolmentRows::bytes).orElse(null));
            insert.setString(4, enrolment.name());
            insert.setObject(5, enrolment.birthDate().orElse(null));
            insert.setString(6, enrolment.language());
            insert.setString(7, enrolment.passwordHash());
            insert.setString(8, enrolment.termsVersion());
            insert.setString(9, json.write(enrolment.consents()));
            insert.setBytes(10, UuidBytes.of(enrolment.codeId()));
            insert.setObject(11, Sql.time(enrolment.createdAt()));
            insert.setString(12, enrolment.referralCode().orElse(null));
            insert.executeUpdate();
        }
    }

    private static byte[] bytes(PhoneNumber phone) {
        return phone.value().getBytes(StandardCharsets.UTF_8);
    }

    /** The enrolment, locked: of two confirmations one comes first. */
    Optional<Enrolment> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT email, phone, name, birth_date, language, password_hash, terms_version, consents, code_id,
                       member_id, created_at, referral_code
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
                text(row, "email").map(EmailAddress::new),
                text(row, "phone").map(PhoneNumber::new),
                row.getString("name"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                row.getString("language"),
                row.getString("password_hash"),
                row.getString("terms_version"),
                json.read(row.getString("consents"), CHOICES),
                Sql.id(row, "code_id"),
                Optional.ofNullable(Sql.id(row, "member_id")),
                Sql.instant(row, "created_at"),
                Optional.ofNullable(row.getString("referral_code")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    void renewCode(Connection connection, UUID id, UUID codeId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE enrolment SET code_id = ? WHERE id = ?")) {
            update.setBytes(1, UuidBytes.of(codeId));
            update.setBytes(2, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    void confirmed(Connection connection, UUID id, UUID memberId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE enrolment SET member_id = ? WHERE id = ?")) {
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
