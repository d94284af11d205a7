package id.setia.notices;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of what waits to be sent. */
@Singleton
class DeliveryRows {

    /** Somebody and the way to them. */
    record Address(UUID memberId, NoticeChannel channel) {}

    /** A notice that waits. */
    record Waiting(UUID noticeId, boolean urgent, Instant dueAt) {}

    void insert(Connection connection, Notice notice, NoticeChannel channel, boolean urgent, Instant dueAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO notice_delivery (member_id, channel, notice_id, urgent, due_at)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(notice.memberId()));
            insert.setString(2, channel.value());
            insert.setBytes(3, UuidBytes.of(notice.id()));
            insert.setBoolean(4, urgent);
            insert.setObject(5, Sql.time(dueAt));
            insert.executeUpdate();
        }
    }

    /** When the first of what can wait goes out. */
    Optional<Instant> firstWaiting(Connection connection, UUID memberId, NoticeChannel channel) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT MIN(due_at) AS due_at
                FROM notice_delivery
                WHERE member_id = ? AND channel = ? AND urgent = 0""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setString(2, channel.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(Sql.instant(row, "due_at"));
            }
        }
    }

    Set<Address> due(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, channel
                FROM notice_delivery
                WHERE due_at <= ?
                ORDER BY due_at
                LIMIT ?""")) {
            select.setObject(1, Sql.time(now));
            select.setInt(2, limit);
            Set<Address> found = new LinkedHashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Address(Sql.id(row, "member_id"), NoticeChannel.of(row.getString("channel"))));
                }
            }
            return found;
        }
    }

    List<Waiting> waiting(Connection connection, Address address, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT notice_id, urgent, due_at
                FROM notice_delivery
                WHERE member_id = ? AND channel = ? AND due_at <= ?
                ORDER BY notice_id""")) {
            select.setBytes(1, UuidBytes.of(address.memberId()));
            select.setString(2, address.channel().value());
            select.setObject(3, Sql.time(now));
            List<Waiting> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Waiting(
                            Sql.id(row, "notice_id"), row.getBoolean("urgent"), Sql.instant(row, "due_at")));
                }
            }
            return found;
        }
    }

    void putOff(Connection connection, Address address, Collection<UUID> notices, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE notice_delivery
                SET due_at = ?
                WHERE member_id = ? AND channel = ? AND notice_id IN\s""" + Sql.places(notices))) {
            update.setObject(1, Sql.time(until));
            update.setBytes(2, UuidBytes.of(address.memberId()));
            update.setString(3, address.channel().value());
            Sql.bindIds(update, 4, notices);
            update.executeUpdate();
        }
    }

    void delete(Connection connection, Address address, Collection<UUID> notices) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM notice_delivery
                WHERE member_id = ? AND channel = ? AND notice_id IN\s""" + Sql.places(notices))) {
            delete.setBytes(1, UuidBytes.of(address.memberId()));
            delete.setString(2, address.channel().value());
            Sql.bindIds(delete, 3, notices);
            delete.executeUpdate();
        }
    }
}
