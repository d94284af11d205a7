package id.setia.posting;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code member_event} and {@code member_event_grant}: only added, never changed. */
@Singleton
class MemberEventRows {

    Optional<MemberEvent> find(Connection connection, UUID memberId, String code, UUID partnerId, byte[] key)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, member_id, code, partner_id, event_key, occurred_at, recorded_at, points, judgement
                FROM member_event
                WHERE member_id = ? AND code = ? AND partner_id = ? AND event_key = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setString(2, code);
            select.setBytes(3, UuidBytes.of(partnerId));
            select.setBytes(4, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new MemberEvent(
                                Sql.id(row, "id"),
                                Sql.id(row, "member_id"),
                                row.getString("code"),
                                Sql.id(row, "partner_id"),
                                row.getBytes("event_key"),
                                Sql.instant(row, "occurred_at"),
                                Sql.instant(row, "recorded_at"),
                                row.getLong("points"),
                                row.getString("judgement")))
                        : Optional.empty();
            }
        }
    }

    void insert(Connection connection, MemberEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member_event (
                  id, member_id, code, partner_id, event_key, occurred_at, recorded_at, points, judgement)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(event.id()));
            insert.setBytes(2, UuidBytes.of(event.memberId()));
            insert.setString(3, event.code());
            insert.setBytes(4, UuidBytes.of(event.partnerId()));
            insert.setBytes(5, event.key());
            insert.setObject(6, Sql.time(event.occurredAt()));
            insert.setObject(7, Sql.time(event.recordedAt()));
            insert.setLong(8, event.points());
            insert.setString(9, event.judgement());
            insert.executeUpdate();
        }
    }

    void insertGrant(Connection connection, MemberEvent event, UUID ruleId, LocalDate day) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member_event_grant (member_id, rule_id, event_id, program_date)
                VALUES (?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(event.memberId()));
            insert.setBytes(2, UuidBytes.of(ruleId));
            insert.setBytes(3, UuidBytes.of(event.id()));
            insert.setObject(4, day);
            insert.executeUpdate();
        }
    }

    /** How often a rule gave the member points, in all or on a day. */
    long grants(Connection connection, UUID memberId, UUID ruleId, Optional<LocalDate> day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT COUNT(*) AS grants
                FROM member_event_grant
                WHERE member_id = ? AND rule_id = ?""" + (day.isPresent() ? " AND program_date = ?" : ""))) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setBytes(2, UuidBytes.of(ruleId));
            if (day.isPresent()) {
                select.setObject(3, day.get());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("grants");
            }
        }
    }
}
