package id.setia.posting;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code member_event} and {@code member_event_grant}: only added, never changed. */
@Singleton
class MemberEventRows {

    /** The event a partner told of under a key, of a member or of those who live on as them. */
    Optional<MemberEvent> find(
            Connection connection, Collection<UUID> family, String code, UUID partnerId, byte[] key)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, member_id, code, partner_id, event_key, occurred_at, recorded_at, points, judgement
                FROM member_event
                WHERE code = ? AND partner_id = ? AND event_key = ? AND member_id IN\s""" + Sql.places(family))) {
            select.setString(1, code);
            select.setBytes(2, UuidBytes.of(partnerId));
            select.setBytes(3, key);
            Sql.bindIds(select, 4, family);
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

    /** How often a rule gave a member, or those who live on as them, points, in all or on a day. */
    long grants(Connection connection, Collection<UUID> family, UUID ruleId, Optional<LocalDate> day)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT COUNT(*) AS grants
                FROM member_event_grant
                WHERE rule_id = ? AND member_id IN\s""" + Sql.places(family)
                + (day.isPresent() ? " AND program_date = ?" : ""))) {
            select.setBytes(1, UuidBytes.of(ruleId));
            Sql.bindIds(select, 2, family);
            if (day.isPresent()) {
                select.setObject(2 + family.size(), day.get());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("grants");
            }
        }
    }
}
