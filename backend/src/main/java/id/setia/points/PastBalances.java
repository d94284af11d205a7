package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a member had at a past moment, by either time. Lots are their grant and the movements up to then; what was due by
 * the moment counts as released or expired, written by then or not, as it does when the present is read. Reads nothing but
 * the member's own rows, by their key.
 *
 * <p>By record time it is what the member was told at that moment. By business time it is what they had as it is known
 * today. There a debt may have been paid by points that are older than the debt: the sum of all is exact, and what was
 * owed is told as taken from what was there.
 */
@Singleton
public class PastBalances {

    private final MergedPast merged;
    private final Transactions transactions;

    PastBalances(MergedPast merged, Transactions transactions) {
        this.merged = merged;
        this.transactions = transactions;
    }

    /** The balance at the moment; of a member who was merged by then, of the one they lived on as. */
    public Balance at(UUID memberId, Instant moment, TimeKind by) {
        return own(merged.at(memberId, moment, by), moment, by);
    }

    /** The balance of a member's own ledger at the moment: of one who was merged by then, what was left of it. */
    public Balance own(UUID memberId, Instant moment, TimeKind by) {
        return transactions.read(connection -> {
            Set<UUID> counted = counted(connection, memberId, moment, by);
            PastBalance past = new PastBalance(moment, debt(connection, memberId, counted));
            movements(connection, memberId, counted)
                    .forEach((lotId, moved) -> past.moved(lotId, moved));
            grants(connection, memberId, counted, past);
            return past.balance();
        });
    }

    private static Set<UUID> counted(Connection connection, UUID memberId, Instant moment, TimeKind by)
            throws SQLException {
        String upTo = switch (by) {
            case BUSINESS -> " AND business_at <= ?";
            case RECORD -> " AND recorded_at <= ?";
        };
        Set<UUID> counted = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM ledger_transaction WHERE member_id = ?" + upTo)) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setObject(2, Sql.time(moment));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counted.add(Sql.id(row, "id"));
                }
            }
        }
        return counted;
    }

    private static long debt(Connection connection, UUID memberId, Set<UUID> counted) throws SQLException {
        long debt = 0;
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT transaction_id, points
                FROM ledger_entry
                WHERE member_id = ? AND account = 'debt'""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    debt += counted.contains(Sql.id(row, "transaction_id")) ? row.getLong("points") : 0;
                }
            }
        }
        return debt;
    }

    private static Map<UUID, Map<LotState, Long>> movements(Connection connection, UUID memberId, Set<UUID> counted)
            throws SQLException {
        Map<UUID, Map<LotState, Long>> moved = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT transaction_id, lot_id, state, points
                FROM lot_movement
                WHERE member_id = ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (counted.contains(Sql.id(row, "transaction_id"))) {
                        moved.computeIfAbsent(Sql.id(row, "lot_id"), ignored -> new HashMap<>())
                                .merge(LotState.of(row.getString("state")), row.getLong("points"), Long::sum);
                    }
                }
            }
        }
        return moved;
    }

    private static void grants(Connection connection, UUID memberId, Set<UUID> counted, PastBalance past)
            throws SQLException {
        for (Lot lot : LedgerReads.allLots(connection, memberId)) {
            past.lot(lot, counted.contains(lot.transactionId()));
        }
    }
}
