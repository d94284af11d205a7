package id.setia.closing;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code closing}. */
@Singleton
class ClosingRows {

    private static final String COLUMNS = """
            SELECT month, state, cut_at, attempts, after_member, members, feed_position, point_value, breakage_rate,
              breakage_lots, started_at, finished_at
            FROM closing
            """;

    private final Transactions transactions;

    ClosingRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void begin(YearMonth month, Instant cutAt, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO closing (
                      month, state, cut_at, attempts, members, feed_position, point_value, breakage_rate, breakage_lots,
                      started_at)
                    VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, ?)""")) {
                insert.setString(1, month.toString());
                insert.setString(2, ClosingState.RUNNING.value());
                insert.setObject(3, Sql.time(cutAt));
                insert.setObject(4, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Moves the closing on, unless somebody else has: then says no. */
    boolean advance(Closing closing, UUID afterMember, int members) {
        return update(
                """
                UPDATE closing
                SET after_member = ?, members = ?
                WHERE month = ? AND members = ? AND attempts = ? AND state = 'running'""",
                update -> {
                    update.setBytes(1, UuidBytes.of(afterMember));
                    update.setLong(2, closing.members() + members);
                    update.setString(3, closing.month().toString());
                    update.setLong(4, closing.members());
                    update.setInt(5, closing.attempts());
                });
    }

    /** Lets it be counted anew once what was counted is taken back. */
    boolean restart(Closing closing, Instant cutAt, int attempts) {
        return update(
                """
                UPDATE closing
                SET state = 'restarting', cut_at = ?, attempts = ?
                WHERE month = ? AND attempts = ? AND state = ?""",
                update -> {
                    update.setObject(1, Sql.time(cutAt));
                    update.setInt(2, attempts);
                    update.setString(3, closing.month().toString());
                    update.setInt(4, closing.attempts());
                    update.setString(5, closing.state().value());
                });
    }

    boolean runAgain(Closing closing) {
        return update(
                """
                UPDATE closing
                SET state = 'running', after_member = NULL, members = 0
                WHERE month = ? AND attempts = ? AND state = 'restarting'""",
                update -> {
                    update.setString(1, closing.month().toString());
                    update.setInt(2, closing.attempts());
                });
    }

    /** Ends the count of all members; of several who try one succeeds. */
    boolean finish(Closing counted, Closing finished) {
        return update(
                """
                UPDATE closing
                SET state = ?, feed_position = ?, point_value = ?, breakage_rate = ?, breakage_lots = ?, finished_at = ?
                WHERE month = ? AND members = ? AND attempts = ? AND state = 'running'""",
                update -> {
                    update.setString(1, finished.state().value());
                    update.setLong(2, finished.feedPosition());
                    update.setBigDecimal(3, finished.pointValue());
                    update.setBigDecimal(4, finished.fallback().rate());
                    update.setLong(5, finished.fallback().leastLots());
                    update.setObject(6, Sql.time(finished.finishedAt().orElse(null)));
                    update.setString(7, counted.month().toString());
                    update.setLong(8, counted.members());
                    update.setInt(9, counted.attempts());
                });
    }

    Optional<Closing> find(YearMonth month) {
        return read(COLUMNS + "WHERE month = ?", select -> select.setString(1, month.toString())).stream().findFirst();
    }

    /** The same, and nobody moves it on until the running transaction ends. */
    Optional<Closing> lock(YearMonth month) {
        return read(COLUMNS + "WHERE month = ? FOR UPDATE", select -> select.setString(1, month.toString())).stream()
                .findFirst();
    }

    /** The latest month anybody began to close, closed or not. */
    Optional<Closing> last() {
        return read(COLUMNS + "ORDER BY month DESC LIMIT 1", select -> {}).stream().findFirst();
    }

    Optional<YearMonth> lastMonth() {
        return last().map(Closing::month);
    }

    Optional<YearMonth> lastClosed() {
        return read(COLUMNS + "WHERE state = 'closed' ORDER BY month DESC LIMIT 1", select -> {}).stream()
                .findFirst()
                .map(Closing::month);
    }

    /** The latest first, those before a month. */
    List<Closing> before(Optional<YearMonth> month, int limit) {
        return read(COLUMNS + "WHERE month < ? ORDER BY month DESC LIMIT ?", select -> {
            select.setString(1, month.map(YearMonth::toString).orElse("9999-99"));
            select.setInt(2, limit);
        });
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private boolean update(String sql, Binding binding) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                binding.to(update);
                return update.executeUpdate() == 1;
            }
        });
    }

    private List<Closing> read(String sql, Binding binding) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                binding.to(select);
                List<Closing> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(closing(row));
                    }
                }
                return found;
            }
        });
    }

    private static Closing closing(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("breakage_rate");
        return new Closing(
                YearMonth.parse(row.getString("month")),
                ClosingState.of(row.getString("state")),
                Sql.instant(row, "cut_at"),
                row.getInt("attempts"),
                Optional.ofNullable(Sql.id(row, "after_member")),
                row.getLong("members"),
                row.getLong("feed_position"),
                row.getBigDecimal("point_value"),
                new Breakage.Fallback(rate, row.getLong("breakage_lots")),
                Sql.instant(row, "started_at"),
                Optional.ofNullable(Sql.instant(row, "finished_at")));
    }
}
