package id.setia.tiers;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code tier_run_part}: what of a run which node has taken, and how far it has come. */
@Singleton
class TierRunParts {

    /** Where a part stands. */
    record Place(Optional<UUID> after, UUID until) {}

    /** A part nobody works on any more, taken over; the run's row is locked. */
    Optional<TierRunPart> takeOver(Connection connection, YearMonth month, Instant now, Instant heldUntil)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT part, epoch
                FROM tier_run_part
                WHERE month = ? AND done = 0 AND held_until <= ?
                ORDER BY part
                LIMIT 1""")) {
            select.setString(1, month.toString());
            select.setObject(2, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? takeOver(connection, new TierRunPart(month, row.getInt("part"), row.getLong("epoch")), heldUntil)
                        : Optional.empty();
            }
        }
    }

    private static Optional<TierRunPart> takeOver(Connection connection, TierRunPart part, Instant heldUntil)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE tier_run_part
                SET epoch = ?, held_until = ?
                WHERE month = ? AND part = ? AND epoch = ? AND done = 0""")) {
            update.setLong(1, part.epoch() + 1);
            update.setObject(2, Sql.time(heldUntil));
            bind(update, 3, part);
            return update.executeUpdate() == 1
                    ? Optional.of(new TierRunPart(part.month(), part.part(), part.epoch() + 1))
                    : Optional.empty();
        }
    }

    TierRunPart add(Connection connection, YearMonth month, Place place, Instant heldUntil) throws SQLException {
        int number = count(connection, month, "") + 1;
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO tier_run_part (
                  month, part, after_member, until_member, epoch, held_until, done, evaluated)
                VALUES (?, ?, ?, ?, 1, ?, 0, 0)""")) {
            insert.setString(1, month.toString());
            insert.setInt(2, number);
            insert.setBytes(3, UuidBytes.of(place.after().orElse(null)));
            insert.setBytes(4, UuidBytes.of(place.until()));
            insert.setObject(5, Sql.time(heldUntil));
            insert.executeUpdate();
            return new TierRunPart(month, number, 1);
        }
    }

    boolean areDone(Connection connection, YearMonth month) throws SQLException {
        return count(connection, month, " AND done = 0") == 0;
    }

    private static int count(Connection connection, YearMonth month, String which) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COUNT(*) AS parts FROM tier_run_part WHERE month = ?" + which)) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt("parts");
            }
        }
    }

    /** Holds the part for longer, the first statement of each transaction of its work; false when another has it. */
    boolean renew(Connection connection, TierRunPart part, Instant heldUntil) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE tier_run_part
                SET held_until = ?
                WHERE month = ? AND part = ? AND epoch = ? AND done = 0""")) {
            update.setObject(1, Sql.time(heldUntil));
            bind(update, 2, part);
            return update.executeUpdate() == 1;
        }
    }

    Place place(Connection connection, TierRunPart part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT after_member, until_member
                FROM tier_run_part
                WHERE month = ? AND part = ? AND epoch = ?""")) {
            bind(select, 1, part);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Place(Optional.ofNullable(Sql.id(row, "after_member")), Sql.id(row, "until_member"));
            }
        }
    }

    void moveOn(Connection connection, TierRunPart part, UUID after, int evaluated) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE tier_run_part
                SET after_member = ?, evaluated = evaluated + ?
                WHERE month = ? AND part = ? AND epoch = ?""")) {
            update.setBytes(1, UuidBytes.of(after));
            update.setInt(2, evaluated);
            bind(update, 3, part);
            update.executeUpdate();
        }
    }

    void finish(Connection connection, TierRunPart part) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE tier_run_part
                SET done = 1
                WHERE month = ? AND part = ? AND epoch = ?""")) {
            bind(update, 1, part);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int place, TierRunPart part) throws SQLException {
        statement.setString(place, part.month().toString());
        statement.setInt(place + 1, part.part());
        statement.setLong(place + 2, part.epoch());
    }
}
