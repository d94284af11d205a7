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

/** Identifiers that are contacts, and whether they were proven. */
final class ContactRows {

    private ContactRows() {}

    /**
     * A contact of a member.
     *
     * @param provenAt when its code came back; empty where nobody proved it yet
     */
    record Row(UUID memberId, Contact contact, Optional<Instant> provenAt, Instant since) {}

    /** Of two changes to one member's contacts one comes first. */
    static void lock(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM member WHERE id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.executeQuery().close();
        }
    }

    static List<Row> of(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, kind, value, proven_at, created_at
                FROM member_identifier
                WHERE member_id = ? AND kind IN ('email', 'phone') AND state = 'active'
                ORDER BY kind, created_at""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            return rows(select);
        }
    }

    /** Whose the contact is. */
    static Optional<Row> holder(Connection connection, Contact contact) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, kind, value, proven_at, created_at
                FROM member_identifier
                WHERE kind = ? AND issuer = ? AND value = ? AND state = 'active'""")) {
            select.setString(1, contact.kind());
            select.setBytes(2, contact.reference().issuerBytes());
            select.setBytes(3, contact.reference().valueBytes());
            return rows(select).stream().findFirst();
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Row(
                        Sql.id(row, "member_id"),
                        Contact.of(
                                MemberReference.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                new String(row.getBytes("value"), StandardCharsets.UTF_8)),
                        Optional.ofNullable(Sql.instant(row, "proven_at")),
                        Sql.instant(row, "created_at")));
            }
        }
        return found;
    }

    /** Gives the contact to the member; false when somebody has it. */
    static boolean insert(Connection connection, UUID memberId, Contact contact, Instant now) throws SQLException {
        IdentifierRows.Row row = new IdentifierRows.Row(
                contact.reference(), memberId, IdentifierRows.ACTIVE, Optional.empty(), true, false);
        return IdentifierRows.insert(connection, List.of(row), now);
    }

    static void prove(Connection connection, Contact contact, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member_identifier
                SET proven_at = ?
                WHERE kind = ? AND issuer = ? AND value = ?""")) {
            update.setObject(1, Sql.time(now));
            update.setString(2, contact.kind());
            update.setBytes(3, contact.reference().issuerBytes());
            update.setBytes(4, contact.reference().valueBytes());
            update.executeUpdate();
        }
    }

    /** Takes the contact from the member. */
    static void delete(Connection connection, Row row) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM member_identifier
                WHERE kind = ? AND issuer = ? AND value = ? AND member_id = ?""")) {
            delete.setString(1, row.contact().kind());
            delete.setBytes(2, row.contact().reference().issuerBytes());
            delete.setBytes(3, row.contact().reference().valueBytes());
            delete.setBytes(4, UuidBytes.of(row.memberId()));
            delete.executeUpdate();
        }
    }
}
