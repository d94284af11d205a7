package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The columns of a member that staff correct, and the contacts among the identifiers. */
final class DetailRows {

    private DetailRows() {}

    static MemberDetails read(Connection connection, UUID memberId) throws SQLException {
        List<IdentifierRows.Row> identifiers = IdentifierRows.of(connection, memberId);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT name, birth_date, language, version
                FROM member
                WHERE id = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
                }
                return new MemberDetails(
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                        row.getString("language"),
                        contact(identifiers, MemberReference.Kind.EMAIL),
                        contact(identifiers, MemberReference.Kind.PHONE),
                        new Version(row.getLong("version")));
            }
        }
    }

    private static Optional<MemberReference> contact(
            List<IdentifierRows.Row> identifiers, MemberReference.Kind kind) {
        return identifiers.stream()
                .map(IdentifierRows.Row::reference)
                .filter(reference -> reference.kind() == kind)
                .findFirst();
    }

    static void change(Connection connection, UUID memberId, MemberDetails details, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET name = ?, birth_date = ?, language = ?, version = version + 1, changed_at = ?
                WHERE id = ?""")) {
            update.setString(1, details.name());
            update.setObject(2, details.birthDate().orElse(null));
            update.setString(3, details.language());
            update.setObject(4, Sql.time(now));
            update.setBytes(5, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }

    static void release(Connection connection, UUID memberId, MemberReference.Kind kind) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM member_identifier WHERE member_id = ? AND kind = ?")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.setString(2, kind.value());
            delete.executeUpdate();
        }
    }
}
