package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of memberships that are to end, or have. */
final class ClosingRows {

    private ClosingRows() {}

    static void ask(Connection connection, UUID memberId, Membership.Closing closing) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member_closing (member_id, asked_at, asked_by, final_at, done_at)
                VALUES (?, ?, ?, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(memberId));
            insert.setObject(2, Sql.time(closing.askedAt()));
            insert.setString(3, closing.by());
            insert.setObject(4, Sql.time(closing.finalAt()));
            insert.executeUpdate();
        }
    }

    /** The closing that is still ahead. */
    static Optional<Membership.Closing> ahead(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT asked_at, asked_by, final_at
                FROM member_closing
                WHERE member_id = ? AND done_at IS NULL""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Membership.Closing(
                                Sql.instant(row, "asked_at"), row.getString("asked_by"), Sql.instant(row, "final_at")))
                        : Optional.empty();
            }
        }
    }

    static void takeBack(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM member_closing WHERE member_id = ? AND done_at IS NULL")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }

    static List<UUID> due(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM member_closing
                WHERE done_at IS NULL AND final_at <= ?
                ORDER BY final_at
                LIMIT ?""")) {
            select.setObject(1, Sql.time(now));
            select.setInt(2, limit);
            List<UUID> members = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(Sql.id(row, "member_id"));
                }
            }
            return members;
        }
    }

    static void done(Connection connection, UUID memberId, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE member_closing SET done_at = ? WHERE member_id = ?")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }

    /** Others may join with the member's e-mail address, phone number and payment card; cards and customer numbers go on to name the member. */
    static void releaseContacts(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM member_identifier WHERE member_id = ? AND kind IN ('email', 'phone', 'payment_token')")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }
}
