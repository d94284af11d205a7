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

/** The rows of enrolments at tills. */
final class TillEnrolmentRows {

    private TillEnrolmentRows() {}

    /**
     * A row of {@code till_enrolment}.
     *
     * @param countedFrom the later of enrolment and last purchase as last seen; empty once claimed or erased
     * @param warnedAt when the phone was told that the end is near
     */
    record Row(
            UUID memberId,
            UUID partnerId,
            UUID storeId,
            Instant enrolledAt,
            Optional<Instant> countedFrom,
            Optional<Instant> warnedAt) {}

    static void insert(Connection connection, UUID memberId, TillEnrolment enrolment, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO till_enrolment (
                  member_id, partner_id, store_id, client_id, cashier, enrolled_at, counted_from, warned_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(memberId));
            insert.setBytes(2, UuidBytes.of(enrolment.partnerId()));
            insert.setBytes(3, UuidBytes.of(enrolment.storeId()));
            insert.setBytes(4, UuidBytes.of(enrolment.clientId()));
            insert.setString(5, enrolment.cashier().orElse(null));
            insert.setObject(6, Sql.time(at));
            insert.setObject(7, Sql.time(at));
            insert.executeUpdate();
        }
    }

    static Optional<Row> find(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, partner_id, store_id, enrolled_at, counted_from, warned_at
                FROM till_enrolment
                WHERE member_id = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            return read(select).stream().findFirst();
        }
    }

    /** Memberships that were still unclaimed and had seen nothing since the moment, after a place in their order. */
    static List<Row> quietSince(Connection connection, Instant moment, Instant after, UUID afterId, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, partner_id, store_id, enrolled_at, counted_from, warned_at
                FROM till_enrolment
                WHERE counted_from <= ? AND (counted_from > ? OR counted_from = ? AND member_id > ?)
                ORDER BY counted_from, member_id
                LIMIT ?""")) {
            select.setObject(1, Sql.time(moment));
            select.setObject(2, Sql.time(after));
            select.setObject(3, Sql.time(after));
            select.setBytes(4, UuidBytes.of(afterId));
            select.setInt(5, limit);
            return read(select);
        }
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Row(
                        Sql.id(row, "member_id"),
                        Sql.id(row, "partner_id"),
                        Sql.id(row, "store_id"),
                        Sql.instant(row, "enrolled_at"),
                        Optional.ofNullable(Sql.instant(row, "counted_from")),
                        Optional.ofNullable(Sql.instant(row, "warned_at"))));
            }
        }
        return found;
    }

    /** Counts anew from the moment, and forgets the warning. */
    static void countFrom(Connection connection, UUID memberId, Instant moment) throws SQLException {
        change(connection, "UPDATE till_enrolment SET counted_from = ?, warned_at = NULL WHERE member_id = ?", moment, memberId);
    }

    static void warned(Connection connection, UUID memberId, Instant at) throws SQLException {
        change(connection, "UPDATE till_enrolment SET warned_at = ? WHERE member_id = ?", at, memberId);
    }

    /** Nothing counts any more: the membership is claimed, or erased. */
    static void end(Connection connection, UUID memberId) throws SQLException {
        change(connection, "UPDATE till_enrolment SET counted_from = ? WHERE member_id = ?", null, memberId);
    }

    private static void change(Connection connection, String sql, Instant moment, UUID memberId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, Sql.time(moment));
            update.setBytes(2, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }
}
