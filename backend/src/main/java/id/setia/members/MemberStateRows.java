package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The state of a member's row, changed under its lock only, and since when a member is frozen. */
final class MemberStateRows {

    private MemberStateRows() {}

    /**
     * The member's state; acts on one membership come one after the other from here. Whoever locks points of the member too
     * does so after this.
     */
    static MemberState lock(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT state FROM member WHERE id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
                }
                return MemberState.of(row.getString("state"));
            }
        }
    }

    static void change(Connection connection, UUID memberId, MemberState state, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET state = ?, version = version + 1, changed_at = ?
                WHERE id = ?""")) {
            update.setString(1, state.value());
            update.setObject(2, Sql.time(now));
            update.setBytes(3, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }

    /** Nobody signs in with it any more. */
    static void forgetPassword(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE member SET password_hash = NULL WHERE id = ?")) {
            update.setBytes(1, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }

    static void noteFreeze(Connection connection, UUID memberId, Instant at, String by) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO member_freeze (member_id, frozen_at, frozen_by)
                VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE frozen_at = VALUES(frozen_at), frozen_by = VALUES(frozen_by)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setObject(2, Sql.time(at));
            upsert.setString(3, by);
            upsert.executeUpdate();
        }
    }

    static Optional<Membership.Freeze> freeze(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT frozen_at, frozen_by
                FROM member_freeze
                WHERE member_id = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Membership.Freeze(Sql.instant(row, "frozen_at"), row.getString("frozen_by")))
                        : Optional.empty();
            }
        }
    }
}
