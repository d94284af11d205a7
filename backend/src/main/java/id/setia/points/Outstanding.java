package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** What members have now, all together, by who pays for it: streamed from one moment's picture, in constant memory. */
@Singleton
public class Outstanding {

    private final Transactions transactions;
    private final ProgramSettings settings;

    Outstanding(Transactions transactions, ProgramSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Takes the sums on the way past. */
    public interface Visitor {

        /** Points of one funder that lapse at one moment, by the last activities so far, or never. */
        void lots(UUID funderId, Optional<Instant> expiresAt, long available, long pending, long held);

        /** What members owe one funder; never positive. */
        void debt(UUID funderId, long points);

        /**
         * The lots of one funder whose date has passed: how many, their points, and those that expired unspent; what went on in
         * another lot counts as one.
         */
        void over(UUID funderId, long lots, long points, long lapsed);
    }

    /** @param now which lots' dates have passed */
    public void visit(Instant now, Visitor visitor) {
        transactions.snapshot(connection -> {
            visitLots(connection, visitor);
            visitLotsOfTheActive(connection, settings.current().timeZone(), visitor);
            visitDebts(connection, visitor);
            visitOver(connection, now, visitor);
            return null;
        });
    }

    private static void visitLots(Connection connection, Visitor visitor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                SELECT funder_id, expires_at, SUM(available) AS available, SUM(pending) AS pending, SUM(held) AS held
                FROM points_lot
                WHERE open = 1 AND inactivity_months = 0
                GROUP BY funder_id, expires_at""",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.lots(
                            Sql.id(row, "funder_id"),
                            Optional.ofNullable(Sql.instant(row, "expires_at")),
                            row.getLong("available"),
                            row.getLong("pending"),
                            row.getLong("held"));
                }
            }
        }
    }

    private static void visitLotsOfTheActive(Connection connection, ZoneId programZone, Visitor visitor)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                SELECT l.funder_id, l.earned_at, l.inactivity_months, l.available, l.pending, l.held, a.last_activity_at
                FROM points_lot l
                JOIN points_account a ON a.member_id = l.member_id
                WHERE l.open = 1 AND l.inactivity_months > 0""",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant end = Inactivity.end(
                            Sql.instant(row, "earned_at"),
                            Optional.ofNullable(Sql.instant(row, "last_activity_at")),
                            row.getInt("inactivity_months"),
                            programZone);
                    visitor.lots(
                            Sql.id(row, "funder_id"),
                            Optional.of(end),
                            row.getLong("available"),
                            row.getLong("pending"),
                            row.getLong("held"));
                }
            }
        }
    }

    private static void visitDebts(Connection connection, Visitor visitor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT funder_id, SUM(points) AS points
                        FROM points_debt
                        GROUP BY funder_id""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                visitor.debt(Sql.id(row, "funder_id"), row.getLong("points"));
            }
        }
    }

    private static void visitOver(Connection connection, Instant now, Visitor visitor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT funder_id,
                  SUM(CASE WHEN predecessor_id IS NULL THEN 1 ELSE 0 END) AS lots,
                  SUM(CASE WHEN predecessor_id IS NULL THEN points ELSE 0 END) AS points,
                  SUM(lapsed) AS lapsed
                FROM points_lot
                WHERE expires_at <= ?
                GROUP BY funder_id""")) {
            select.setObject(1, Sql.time(now));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.over(
                            Sql.id(row, "funder_id"),
                            row.getLong("lots"),
                            row.getLong("points"),
                            row.getLong("lapsed"));
                }
            }
        }
    }
}
