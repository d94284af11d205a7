package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What merging changes in the rows of two memberships. */
final class MergeRows {

    private MergeRows() {}

    /** Lets the member, and those merged into them before, live on as the survivor. */
    static void livesOnAs(Connection connection, UUID memberId, UUID survivorId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET state = 'merged', merged_into = ?, password_hash = NULL, version = version + 1, changed_at = ?
                WHERE id = ?""")) {
            update.setBytes(1, UuidBytes.of(survivorId));
            update.setObject(2, Sql.time(now));
            update.setBytes(3, UuidBytes.of(memberId));
            update.executeUpdate();
        }
        move(connection, "UPDATE member SET merged_into = ? WHERE merged_into = ?", memberId, survivorId);
    }

    /** Whatever the member is known by names the survivor from now on; what the survivor shows first stays so. */
    static void moveIdentifiers(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        for (String kind : kindsOf(connection, survivorId)) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE member_identifier SET main = FALSE WHERE member_id = ? AND kind = ?")) {
                update.setBytes(1, UuidBytes.of(memberId));
                update.setString(2, kind);
                update.executeUpdate();
            }
        }
        move(connection, "UPDATE member_identifier SET member_id = ? WHERE member_id = ?", memberId, survivorId);
        move(connection, "UPDATE card_seed SET member_id = ? WHERE member_id = ?", memberId, survivorId);
    }

    private static Set<String> kindsOf(Connection connection, UUID memberId) throws SQLException {
        Set<String> kinds = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT kind FROM member_identifier WHERE member_id = ? AND main = TRUE AND state = 'active'")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    kinds.add(row.getString("kind"));
                }
            }
        }
        return kinds;
    }

    /** Nothing that was begun with the member goes on: codes, claims, an end that was ahead, the time of the unclaimed. */
    static void dropWhatWasBegun(Connection connection, UUID memberId) throws SQLException {
        ClosingRows.takeBack(connection, memberId);
        change(connection, "DELETE FROM member_code WHERE member_id = ?", memberId);
        change(connection, "DELETE FROM member_claim WHERE member_id = ?", memberId);
        change(connection, "DELETE FROM member_freeze WHERE member_id = ?", memberId);
        change(connection, "DELETE FROM member_pin WHERE member_id = ?", memberId);
        change(connection, "DELETE FROM spending_lock WHERE member_id = ?", memberId);
        TillEnrolmentRows.end(connection, memberId);
    }

    private static void change(Connection connection, String sql, UUID memberId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.of(memberId));
            statement.executeUpdate();
        }
    }

    private static void move(Connection connection, String sql, UUID from, UUID to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, UuidBytes.of(to));
            update.setBytes(2, UuidBytes.of(from));
            update.executeUpdate();
        }
    }

    /** Everybody who was merged into the member. */
    static Set<UUID> mergedInto(Connection connection, UUID memberId) throws SQLException {
        Set<UUID> merged = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM member WHERE merged_into = ?")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    merged.add(Sql.id(row, "id"));
                }
            }
        }
        return merged;
    }
}
