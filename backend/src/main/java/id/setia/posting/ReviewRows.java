package id.setia.posting;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of points that wait for a check; who changes one holds the lock of its purchase. */
@Singleton
class ReviewRows {

    private static final String COLUMNS = """
            SELECT r.id, r.purchase_id, r.attachment, r.member_id, r.store_id, r.terminal_id, r.cashier, r.reasons,
              r.points, r.state, r.opened_at, r.decided_at, r.decided_by, r.explanation
            FROM points_review r
            """;

    private static final RowWriter<PointsReview> ROWS = new RowWriter<>(
            610,
            """
            INSERT INTO points_review (
              id, purchase_id, attachment, member_id, store_id, terminal_id, cashier, reasons, points, state, opened_at,
              decided_at, decided_by, explanation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              state = VALUES(state), decided_at = VALUES(decided_at), decided_by = VALUES(decided_by),
              explanation = VALUES(explanation)""",
            Comparator.comparing(PointsReview::id),
            (statement, review) -> {
                statement.setBytes(1, UuidBytes.of(review.id()));
                statement.setBytes(2, UuidBytes.of(review.purchaseId()));
                statement.setInt(3, review.attachment());
                statement.setBytes(4, UuidBytes.of(review.memberId()));
                statement.setBytes(5, UuidBytes.of(review.storeId()));
                statement.setBytes(6, UuidBytes.of(review.terminalId().orElse(null)));
                statement.setString(7, review.cashier().orElse(null));
                statement.setString(8, String.join(" ", review.reasons()));
                statement.setLong(9, review.points());
                statement.setString(10, review.state().value());
                statement.setObject(11, Sql.time(review.openedAt()));
                statement.setObject(12, Sql.time(review.decidedAt().orElse(null)));
                statement.setBytes(13, UuidBytes.of(review.decidedBy().orElse(null)));
                statement.setString(14, review.explanation());
            });

    private final Transactions transactions;

    ReviewRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void put(Batch batch, PointsReview review) {
        batch.add(ROWS, review);
    }

    Optional<PointsReview> find(UUID id) {
        return read(COLUMNS + "WHERE r.id = ?", select -> select.setBytes(1, UuidBytes.of(id))).stream()
                .findFirst();
    }

    /** The review of a purchase's attachment; call it under the purchase's lock. */
    Optional<PointsReview> of(UUID purchaseId, int attachment) {
        return read(COLUMNS + "WHERE r.purchase_id = ? AND r.attachment = ? FOR UPDATE", select -> {
                    select.setBytes(1, UuidBytes.of(purchaseId));
                    select.setInt(2, attachment);
                })
                .stream()
                .findFirst();
    }

    /** Those in a state, the oldest first, after one of them. */
    List<PointsReview> in(ReviewState state, Optional<PointsReview> after, int limit) {
        Instant from = after.map(PointsReview::openedAt).orElse(Instant.EPOCH);
        return read(
                COLUMNS + """
                        WHERE r.state = ? AND (r.opened_at > ? OR r.opened_at = ? AND r.id > ?)
                        ORDER BY r.opened_at, r.id
                        LIMIT ?""",
                select -> {
                    select.setString(1, state.value());
                    select.setObject(2, Sql.time(from));
                    select.setObject(3, Sql.time(from));
                    select.setBytes(4, UuidBytes.of(after.map(PointsReview::id).orElse(new UUID(0, 0))));
                    select.setInt(5, limit);
                });
    }

    /** How many wait. */
    long open() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT COUNT(*) AS waiting FROM points_review WHERE state = 'open'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("waiting");
            }
        });
    }

    @FunctionalInterface
    private interface Bound {
        void to(PreparedStatement select) throws SQLException;
    }

    private List<PointsReview> read(String sql, Bound bound) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bound.to(select);
                List<PointsReview> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(review(row));
                    }
                }
                return found;
            }
        });
    }

    private static PointsReview review(ResultSet row) throws SQLException {
        return new PointsReview(
                Sql.id(row, "id"),
                Sql.id(row, "purchase_id"),
                row.getInt("attachment"),
                Sql.id(row, "member_id"),
                Sql.id(row, "store_id"),
                Optional.ofNullable(Sql.id(row, "terminal_id")),
                Optional.ofNullable(row.getString("cashier")),
                new TreeSet<>(Set.of(row.getString("reasons").split(" "))),
                row.getLong("points"),
                ReviewState.of(row.getString("state")),
                Sql.instant(row, "opened_at"),
                Optional.ofNullable(Sql.instant(row, "decided_at")),
                Optional.ofNullable(Sql.id(row, "decided_by")),
                row.getString("explanation"));
    }
}
