package id.setia.tiers;

import id.setia.kernel.Batch;
import id.setia.kernel.Page;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code tier_move}: whom a run moved. */
@Singleton
class TierMoves {

    private static final RowWriter<TierMove> ROWS = new RowWriter<>(
            710,
            """
            INSERT INTO tier_move (month, member_id, from_code, to_code, up)
            VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              from_code = VALUES(from_code), to_code = VALUES(to_code), up = VALUES(up)""",
            Comparator.comparing(TierMove::memberId),
            (statement, move) -> {
                statement.setString(1, move.month().toString());
                statement.setBytes(2, UuidBytes.of(move.memberId()));
                statement.setString(3, move.from());
                statement.setString(4, move.to());
                statement.setBoolean(5, move.up());
            });

    private final Transactions transactions;

    TierMoves(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many a run moved from one tier to another. */
    record Count(String from, String to, boolean up, long members) {}

    void add(Batch batch, TierMove move) {
        batch.add(ROWS, move);
    }

    List<Count> counts(YearMonth month) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT from_code, to_code, up, COUNT(*) AS members
                    FROM tier_move
                    WHERE month = ?
                    GROUP BY from_code, to_code, up
                    ORDER BY from_code, to_code""")) {
                select.setString(1, month.toString());
                List<Count> counts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.add(new Count(
                                row.getString("from_code"),
                                row.getString("to_code"),
                                row.getBoolean("up"),
                                row.getLong("members")));
                    }
                }
                return counts;
            }
        });
    }

    /** Whom a run moved, in the order of ids. */
    Page<TierMove> page(YearMonth month, Optional<String> cursor, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, from_code, to_code, up
                    FROM tier_move
                    WHERE month = ? AND member_id > ?
                    ORDER BY member_id
                    LIMIT ?""")) {
                select.setString(1, month.toString());
                select.setBytes(2, UuidBytes.of(MemberCursor.read(cursor).orElse(new UUID(0, 0))));
                select.setInt(3, limit + 1);
                List<TierMove> moves = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        moves.add(new TierMove(
                                month,
                                Sql.id(row, "member_id"),
                                row.getString("from_code"),
                                row.getString("to_code"),
                                row.getBoolean("up")));
                    }
                }
                return Page.of(moves, limit, move -> MemberCursor.of(move.memberId()));
            }
        });
    }
}
