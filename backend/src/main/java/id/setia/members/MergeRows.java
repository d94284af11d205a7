package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
        TillEnrolmentRows.end(connection, memberId);
    }

    /**
     * Friends the member brought count for the survivor. A friend counts once: where the survivor was a member before the
     * one merged was brought, was brought as well, or either brought the other, the wait of the one merged ends.
     */
    static void moveReferrals(Connection connection, UUID memberId, UUID survivorId, Instant now) throws SQLException {
        if (isNewAsFriend(connection, memberId, survivorId)) {
            move(connection, "UPDATE referral SET friend_id = ? WHERE friend_id = ? AND state = 'waiting'", memberId, survivorId);
        }
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE referral
                SET state = 'limited', settled_at = ?
                WHERE state = 'waiting' AND (friend_id = ? OR friend_id = ? AND referrer_id IN (?, ?))""")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(memberId));
            update.setBytes(3, UuidBytes.of(survivorId));
            update.setBytes(4, UuidBytes.of(memberId));
            update.setBytes(5, UuidBytes.of(survivorId));
            update.executeUpdate();
        }
        move(connection, "UPDATE referral SET referrer_id = ? WHERE referrer_id = ?", memberId, survivorId);
    }

    private static boolean isNewAsFriend(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT survivor.id
                FROM member AS survivor
                  JOIN member AS leaving ON leaving.id = ?
                  LEFT JOIN referral AS brought ON brought.friend_id = survivor.id
                WHERE survivor.id = ? AND survivor.joined_at > leaving.joined_at AND brought.friend_id IS NULL""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setBytes(2, UuidBytes.of(survivorId));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
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

    /** Everybody who was merged into one of the members, by whom they live on as. */
    static Map<UUID, Set<UUID>> mergedInto(Connection connection, Collection<UUID> members) throws SQLException {
        Map<UUID, Set<UUID>> merged = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, merged_into FROM member WHERE merged_into IN " + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    merged.computeIfAbsent(Sql.id(row, "merged_into"), ignored -> new HashSet<>())
                            .add(Sql.id(row, "id"));
                }
            }
        }
        return merged;
    }
}
