package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checks the ledger's promises 1 to 4 and the numbering of 6 in the database itself, for everybody or for some members. */
@Singleton
public class LedgerProof {

    private static final String ENTRIES_SUM_TO_ZERO = """
            SELECT COUNT(*)
            FROM (
              SELECT h.transaction_id, h.funder_id
              FROM (
                SELECT member_id, transaction_id, funder_id, SUM(points) AS points
                FROM ledger_entry
                WHERE %s
                GROUP BY member_id, transaction_id, funder_id
                HAVING SUM(points) <> 0
              ) AS h
              LEFT JOIN ledger_transaction t
                ON t.member_id = h.member_id AND t.id = h.transaction_id AND t.kind = 'merge'
              GROUP BY h.transaction_id, h.funder_id
              HAVING SUM(h.points) <> 0 OR COUNT(t.id) < COUNT(*)
            ) AS unbalanced""";

    private static final String BALANCES_ARE_SUMS = """
            SELECT COUNT(*)
            FROM points_account a
            LEFT JOIN (
              SELECT member_id,
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
            WHERE a.%1$s
              AND (a.available <> COALESCE(e.available, 0)
                OR a.pending <> COALESCE(e.pending, 0)
                OR a.held <> COALESCE(e.held, 0)
                OR a.debt <> COALESCE(e.debt, 0)
                OR a.debt <> COALESCE(d.debt, 0)
                OR a.available < 0 OR a.pending < 0 OR a.held < 0 OR a.debt > 0)""";

    private static final String ENTRIES_HAVE_ACCOUNTS = """
            SELECT COUNT(*)
            FROM ledger_entry e
            LEFT JOIN points_account a ON a.member_id = e.member_id
            WHERE e.%s AND a.member_id IS NULL""";

    private static final String LOTS_ADD_UP = """
            SELECT COUNT(*)
            FROM points_account a
            LEFT JOIN (
              SELECT member_id, SUM(available) AS available, SUM(pending) AS pending, SUM(held) AS held
              FROM points_lot
              WHERE %1$s
              GROUP BY member_id
            ) AS l ON l.member_id = a.member_id
            WHERE a.%1$s
              AND (a.available <> COALESCE(l.available, 0)
                OR a.pending <> COALESCE(l.pending, 0)
                OR a.held <> COALESCE(l.held, 0))""";

    private static final String LOTS_ARE_GRANTS_AND_MOVEMENTS = """
            SELECT COUNT(*)
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
              AND (l.available <> COALESCE(m.available, 0) + CASE WHEN l.first_state = 'available' THEN l.points ELSE 0 END
                OR l.pending <> COALESCE(m.pending, 0) + CASE WHEN l.first_state = 'pending' THEN l.points ELSE 0 END
                OR l.held <> COALESCE(m.held, 0)
                OR l.lapsed <> COALESCE(m.lapsed, 0)
                OR l.adjusted <> COALESCE(m.adjusted, 0)
                OR l.open <> (l.available > 0 OR l.pending > 0 OR l.held > 0))""";

    private static final String NUMBERS_HAVE_NO_GAPS = """
            SELECT COUNT(*)
            FROM points_account a
            LEFT JOIN (
              SELECT member_id, COUNT(*) AS entries, MIN(seq) AS first_seq, MAX(seq) AS last_seq
              FROM ledger_entry
              WHERE %1$s
              GROUP BY member_id
            ) AS e ON e.member_id = a.member_id
            WHERE a.%1$s
              AND (a.last_seq <> COALESCE(e.last_seq, 0)
                OR COALESCE(e.entries, 0) <> COALESCE(e.last_seq, 0)
                OR COALESCE(e.first_seq, 1) <> 1)""";

    private static final String TOTALS = """
            SELECT funder_id, SUM(issued) AS issued, SUM(opening) AS opening, SUM(redeemed) AS redeemed,
              SUM(expired) AS expired, SUM(adjusted) AS adjusted, SUM(outstanding) AS outstanding
            FROM (
              SELECT funder_id,
                CASE WHEN account = 'issued' THEN -points ELSE 0 END AS issued,
                CASE WHEN account = 'opening' THEN -points ELSE 0 END AS opening,
                CASE WHEN account = 'redeemed' THEN points ELSE 0 END AS redeemed,
                CASE WHEN account = 'expired' THEN points ELSE 0 END AS expired,
                CASE WHEN account = 'adjusted' THEN points ELSE 0 END AS adjusted,
                0 AS outstanding
              FROM ledger_entry
              UNION ALL
              SELECT funder_id, 0, 0, 0, 0, 0, available + pending + held
              FROM points_lot
              UNION ALL
              SELECT funder_id, 0, 0, 0, 0, 0, points
              FROM points_debt
            ) AS parts
            GROUP BY funder_id
            ORDER BY funder_id""";

    private final Transactions transactions;

    LedgerProof(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The promises over the whole ledger. */
    public List<Promise> promises() {
        List<Promise> promises = new ArrayList<>(promises(Optional.empty()));
        long unbalanced = totals().stream().filter(total -> !total.balanced()).count();
        promises.add(
                3, Promise.of(4, "Issued + opening = redeemed + expired + adjusted + outstanding, per funder", unbalanced));
        return promises;
    }

    /**
     * The promises that can be checked member by member: 1, 2, 3 and 6. A merge moves points between two members, so the
     * first is checked over everybody they were merged with too.
     */
    public List<Promise> promises(Collection<UUID> members) {
        return promises(Optional.of(members));
    }

    private List<Promise> promises(Optional<Collection<UUID>> members) {
        return transactions.read(connection -> List.of(
                Promise.of(
                        1,
                        "The entries of each transaction sum to zero per funder",
                        count(connection, ENTRIES_SUM_TO_ZERO, withMerged(connection, members))),
                Promise.of(
                        2,
                        "A balance is the sum of its entries; none is negative, debt is never positive",
                        count(connection, BALANCES_ARE_SUMS, members)
                                + count(connection, ENTRIES_HAVE_ACCOUNTS, members)),
                Promise.of(
                        3,
                        "Lots are their grant and movements and add up to the balances",
                        count(connection, LOTS_ADD_UP, members)
                                + count(connection, LOTS_ARE_GRANTS_AND_MOVEMENTS, members)),
                Promise.of(
                        6,
                        "Entries are numbered without gaps per member",
                        count(connection, NUMBERS_HAVE_NO_GAPS, members))));
    }

    /** The members and all who share a transaction with one of them. */
    private static Optional<Collection<UUID>> withMerged(Connection connection, Optional<Collection<UUID>> members)
            throws SQLException {
        if (members.isEmpty()) {
            return members;
        }
        Set<UUID> all = new HashSet<>(members.get());
        Set<UUID> unread = all;
        while (!unread.isEmpty()) {
            Set<UUID> others = mergedWith(connection, unread);
            others.removeAll(all);
            all.addAll(others);
            unread = others;
        }
        return Optional.of(all);
    }

    private static Set<UUID> mergedWith(Connection connection, Set<UUID> members) throws SQLException {
        Set<UUID> others = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT source_id FROM ledger_transaction"
                + " WHERE kind = 'merge' AND member_id IN " + Sql.places(members))) {
            Sql.bindIds(select, 1, members);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    others.add(Sql.id(row, "source_id"));
                }
            }
        }
        return others;
    }

    private static long count(Connection connection, String query, Optional<Collection<UUID>> members)
            throws SQLException {
        String whose = members.map(some -> "member_id IN " + Sql.places(some)).orElse("member_id IS NOT NULL");
        String sql = query.formatted(whose);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            int times = (int) sql.chars().filter(character -> character == '?').count();
            while (members.isPresent() && place <= times) {
                place = Sql.bindIds(select, place, members.get());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The ledger's sums, for each funder. */
    public List<FunderTotals> totals() {
        return transactions.read(connection -> {
            List<FunderTotals> totals = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(TOTALS);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    totals.add(new FunderTotals(
                            Sql.id(row, "funder_id"),
                            row.getLong("issued"),
                            row.getLong("opening"),
                            row.getLong("redeemed"),
                            row.getLong("expired"),
                            row.getLong("adjusted"),
                            row.getLong("outstanding")));
                }
            }
            return totals;
        });
    }
}
