package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to the ledger in the order of recording, over all members: a stretch of time that is over never changes. */
@Singleton
public class LedgerDays {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String BOOKED = """
            SELECT booked.member_id, booked.id, booked.posting_key, booked.kind, booked.business_at, booked.recorded_at,
              booked.last_seq, (
                SELECT earlier.last_seq
                FROM ledger_transaction earlier
                WHERE earlier.member_id = booked.member_id AND earlier.recorded_at < booked.recorded_at
                ORDER BY earlier.recorded_at DESC
                LIMIT 1) AS seq_before
            FROM ledger_transaction booked
            """;

    private final LedgerHistory history;
    private final Transactions transactions;

    LedgerDays(LedgerHistory history, Transactions transactions) {
        this.history = history;
        this.transactions = transactions;
    }

    /** When the first transaction from a moment on was recorded. */
    public Optional<Instant> firstFrom(Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MIN(recorded_at) AS first FROM ledger_transaction WHERE recorded_at >= ?")) {
                select.setObject(1, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.instant(row, "first"));
                }
            }
        });
    }

    /** Where a transaction stands in the order of recording; a member has one at a time. */
    public record Spot(Instant recordedAt, UUID memberId) {

        public static Spot of(BookedTransaction transaction) {
            return new Spot(transaction.recordedAt(), transaction.memberId());
        }
    }

    /** The transactions recorded from one moment until another with their entries, those behind a spot, the first first. */
    public List<BookedTransaction> recorded(Instant from, Instant until, Optional<Spot> behind, int limit) {
        Spot spot = behind.orElse(new Spot(from, NOBODY));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BOOKED + """
                    WHERE booked.recorded_at >= ? AND booked.recorded_at < ?
                      AND (booked.recorded_at > ? OR booked.member_id > ?)
                    ORDER BY booked.recorded_at, booked.member_id
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(spot.recordedAt()));
                select.setObject(2, Sql.time(until));
                select.setObject(3, Sql.time(spot.recordedAt()));
                select.setBytes(4, UuidBytes.of(spot.memberId()));
                select.setInt(5, limit);
                return withEntries(select);
            }
        });
    }

    /** The same from the last on, those before a spot. */
    public List<BookedTransaction> recordedBackwards(Instant from, Instant until, Optional<Spot> before, int limit) {
        Spot spot = before.orElse(new Spot(until, NOBODY));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BOOKED + """
                    WHERE booked.recorded_at >= ? AND booked.recorded_at <= ?
                      AND (booked.recorded_at < ? OR booked.member_id < ?)
                    ORDER BY booked.recorded_at DESC, booked.member_id DESC
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(from));
                select.setObject(2, Sql.time(spot.recordedAt()));
                select.setObject(3, Sql.time(spot.recordedAt()));
                select.setBytes(4, UuidBytes.of(spot.memberId()));
                select.setInt(5, limit);
                return withEntries(select);
            }
        });
    }

    private List<BookedTransaction> withEntries(PreparedStatement select) throws SQLException {
        List<BookedTransaction> heads = new ArrayList<>();
        Map<UUID, Long> before = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BookedTransaction head = LedgerHistory.head(row);
                heads.add(head);
                before.merge(head.memberId(), row.getLong("seq_before"), Math::min);
            }
        }
        return heads.isEmpty() ? heads : history.withEntries(heads, before);
    }
}
