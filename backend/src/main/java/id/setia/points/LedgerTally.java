package id.setia.points;

import id.setia.kernel.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a proof of the ledger has found so far, some members after the others. Kept are counts, a sum for each funder, and the
 * halves of merges whose other half is to come.
 */
final class LedgerTally {

    private static final String UNBALANCED = """
            SELECT h.transaction_id, h.funder_id, h.points, t.id AS merge
            FROM (
              SELECT member_id, transaction_id, funder_id, SUM(points) AS points
              FROM ledger_entry
              WHERE %1$s
              GROUP BY member_id, transaction_id, funder_id
              HAVING SUM(points) <> 0
            ) AS h
            LEFT JOIN ledger_transaction t
              ON t.member_id = h.member_id AND t.id = h.transaction_id AND t.kind = 'merge'""";

    private static final String ACCOUNTS = """
            SELECT COALESCE(SUM(e.entries), 0) AS entries,
              COALESCE(SUM(a.available <> COALESCE(e.available, 0)
                OR a.pending <> COALESCE(e.pending, 0)
                OR a.held <> COALESCE(e.held, 0)
                OR a.debt <> COALESCE(e.debt, 0)
                OR a.debt <> COALESCE(d.debt, 0)
                OR a.available < 0 OR a.pending < 0 OR a.held < 0 OR a.debt > 0), 0) AS balances,
              COALESCE(SUM(a.available <> COALESCE(l.available, 0)
                OR a.pending <> COALESCE(l.pending, 0)
                OR a.held <> COALESCE(l.held, 0)), 0) AS lots,
              COALESCE(SUM(a.last_seq <> COALESCE(e.last_seq, 0)
                OR COALESCE(e.entries, 0) <> COALESCE(e.last_seq, 0)
                OR COALESCE(e.first_seq, 1) <> 1), 0) AS numbers
            FROM points_account a
            LEFT JOIN (
              SELECT member_id, COUNT(*) AS entries, MIN(seq) AS first_seq, MAX(seq) AS last_seq,
                SUM(CASE WHEN account = 'available' THEN points ELSE 0 END) AS available,
                SUM(CASE WHEN account = 'pending' THEN points ELSE 0 END) AS pending,
                SUM(CASE WHEN account = 'held' THEN points ELSE 0 END) AS held,
                SUM(CASE WHEN account = 'debt' THEN points ELSE 0 END) AS debt
              FROM ledger_entry
              WHERE %1$s
              GROUP BY member_id
            ) AS e ON e.member_id = a.member_id
            LEFT JOIN (
              SELECT member_id, SUM(points) AS debt
              FROM points_debt
              WHERE %1$s
              GROUP BY member_id
            ) AS d ON d.member_id = a.member_id
            LEFT JOIN (
              SELECT member_id, SUM(available) AS available, SUM(pending) AS pending, SUM(held) AS held
              FROM points_lot
              WHERE %1$s
              GROUP BY member_id
            ) AS l ON l.member_id = a.member_id
            WHERE a.%1$s""";

    private static final String LOTS = """
            SELECT l.funder_id, SUM(l.available + l.pending + l.held) AS outstanding,
              SUM(l.available <> COALESCE(m.available, 0) + CASE WHEN l.first_state = 'available' THEN l.points ELSE 0 END
                OR l.pending <> COALESCE(m.pending, 0) + CASE WHEN l.first_state = 'pending' THEN l.points ELSE 0 END
                OR l.held <> COALESCE(m.held, 0)
                OR l.lapsed <> COALESCE(m.lapsed, 0)
                OR l.adjusted <> COALESCE(m.adjusted, 0)
                OR l.open <> (l.available > 0 OR l.pending > 0 OR l.held > 0)) AS broken
            FROM points_lot l
            LEFT JOIN (
              SELECT member_id, lot_id,
                SUM(CASE WHEN state = 'available' THEN points ELSE 0 END) AS available,
                SUM(CASE WHEN state = 'pending' THEN points ELSE 0 END) AS pending,
                SUM(CASE WHEN state = 'held' THEN points ELSE 0 END) AS held,
                SUM(CASE WHEN state = 'lapsed' THEN points ELSE 0 END) AS lapsed,
                SUM(CASE WHEN state = 'adjusted' THEN points ELSE 0 END) AS adjusted
              FROM lot_movement
              WHERE %1$s
              GROUP BY member_id, lot_id
            ) AS m ON m.member_id = l.member_id AND m.lot_id = l.id
            WHERE l.%1$s
            GROUP BY l.funder_id""";

    private static final String ENTRIES = """
            SELECT funder_id, COUNT(*) AS entries,
              SUM(CASE WHEN account = 'issued' THEN -points ELSE 0 END) AS issued,
              SUM(CASE WHEN account = 'opening' THEN -points ELSE 0 END) AS opening,
              SUM(CASE WHEN account = 'redeemed' THEN points ELSE 0 END) AS redeemed,
              SUM(CASE WHEN account = 'expired' THEN points ELSE 0 END) AS expired,
              SUM(CASE WHEN account = 'adjusted' THEN points ELSE 0 END) AS adjusted
            FROM ledger_entry
            WHERE %1$s
            GROUP BY funder_id""";

    private static final String DEBTS = """
            SELECT funder_id, SUM(points) AS points
            FROM points_debt
            WHERE %1$s
            GROUP BY funder_id""";

    private record Merge(UUID transactionId, UUID funderId) {}

    private final Map<Merge, Long> halves = new HashMap<>();
    private final Map<UUID, FunderTotals> totals = new TreeMap<>();
    private long unbalanced;
    private long balances;
    private long lots;
    private long numbers;

    void add(Connection connection, ProvedMembers members) throws SQLException {
        addHalves(connection, members);
        long[] entries = new long[1];
        members.read(connection, ENTRIES, row -> {
            entries[0] += row.getLong("entries");
            add(new FunderTotals(
                    Sql.id(row, "funder_id"),
                    row.getLong("issued"),
                    row.getLong("opening"),
                    row.getLong("redeemed"),
                    row.getLong("expired"),
                    row.getLong("adjusted"),
                    0));
        });
        members.read(connection, ACCOUNTS, row -> {
            balances += row.getLong("balances") + entries[0] - row.getLong("entries");
            lots += row.getLong("lots");
            numbers += row.getLong("numbers");
        });
        members.read(connection, LOTS, row -> {
            lots += row.getLong("broken");
            add(FunderTotals.outstanding(Sql.id(row, "funder_id"), row.getLong("outstanding")));
        });
        members.read(connection, DEBTS, row ->
                add(FunderTotals.outstanding(Sql.id(row, "funder_id"), row.getLong("points"))));
    }

    /** Only whether each transaction's entries sum to zero; a merge's do once both of its members were looked at. */
    void addHalves(Connection connection, ProvedMembers members) throws SQLException {
        members.read(connection, UNBALANCED, row -> {
            if (row.getBytes("merge") == null) {
                unbalanced++;
            } else {
                halves.merge(
                        new Merge(Sql.id(row, "transaction_id"), Sql.id(row, "funder_id")),
                        row.getLong("points"),
                        (half, other) -> half + other == 0 ? null : half + other);
            }
        });
    }

    private void add(FunderTotals more) {
        totals.merge(more.funderId(), more, FunderTotals::plus);
    }

    /** Promises 1, 2, 3 and the numbering of 6. */
    List<Promise> promises() {
        return List.of(
                Promise.of(1, "The entries of each transaction sum to zero per funder", unbalanced + halves.size()),
                Promise.of(2, "A balance is the sum of its entries; none is negative, debt is never positive", balances),
                Promise.of(3, "Lots are their grant and movements and add up to the balances", lots),
                Promise.of(6, "Entries are numbered without gaps per member", numbers));
    }

    /** The sums of all who were looked at, for each funder. */
    List<FunderTotals> totals() {
        return List.copyOf(totals.values());
    }
}
