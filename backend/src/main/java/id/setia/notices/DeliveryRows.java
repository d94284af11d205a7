package id.setia.notices;

import id.setia.kernel.RowWriter;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows of what waits to be sent. */
@Singleton
class DeliveryRows {

    /** Somebody and the way to them. */
    record Address(UUID memberId, NoticeChannel channel) {}

    /** A notice that waits. */
    record Waiting(UUID noticeId, boolean urgent, Instant dueAt) {}

    /** A notice that is to go out on a way at a time. */
    record Delivery(Address address, UUID noticeId, boolean urgent, Instant dueAt) {}

    static final RowWriter<Delivery> WRITER = new RowWriter<>(
            3,
            """
            INSERT INTO notice_delivery (member_id, channel, notice_id, urgent, due_at)
            VALUES (?, ?, ?, ?, ?)""",
            Comparator.<Delivery, UUID>comparing(delivery -> delivery.address().memberId())
                    .thenComparing(delivery -> delivery.address().channel().value())
                    .thenComparing(Delivery::noticeId),
            (statement, delivery) -> {
                statement.setBytes(1, UuidBytes.of(delivery.address().memberId()));
                statement.setString(2, delivery.address().channel().value());
                statement.setBytes(3, UuidBytes.of(delivery.noticeId()));
                statement.setBoolean(4, delivery.urgent());
                statement.setObject(5, Sql.time(delivery.dueAt()));
            });

    /** When the first of what can wait goes out to each of the members, where there is something. */
    Map<Address, Instant> firstWaiting(Connection connection, Collection<UUID> memberIds) throws SQLException {
        Map<Address, Instant> first = new HashMap<>();
        for (List<UUID> some : MemberKeys.inParts(memberIds)) {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, channel, MIN(due_at) AS due_at
                    FROM notice_delivery
                    WHERE urgent = 0 AND member_id IN\s""" + Sql.places(some) + " GROUP BY member_id, channel")) {
                Sql.bindIds(select, 1, some);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        first.put(
                                new Address(Sql.id(row, "member_id"), NoticeChannel.of(row.getString("channel"))),
                                Sql.instant(row, "due_at"));
                    }
                }
            }
        }
        return first;
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
