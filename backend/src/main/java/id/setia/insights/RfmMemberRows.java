package id.setia.insights;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.purchases.MemberFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Rows of {@code rfm_member}. */
@Singleton
class RfmMemberRows {

    private final Transactions transactions;

    RfmMemberRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds figures to those the members have in the run so far. */
    void add(UUID runId, Collection<MemberFigures> figures) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO rfm_member (run_id, member_id, last_purchase, purchases, spend)
                    VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      last_purchase = GREATEST(last_purchase, VALUES(last_purchase)),
                      purchases = purchases + VALUES(purchases),
                      spend = spend + VALUES(spend)""")) {
                for (MemberFigures of : figures.stream().sorted(Comparator.comparing(MemberFigures::memberId)).toList()) {
                    insert.setBytes(1, UuidBytes.of(runId));
                    insert.setBytes(2, UuidBytes.of(of.memberId()));
                    insert.setObject(3, of.lastPurchase());
                    insert.setLong(4, of.purchases());
                    insert.setLong(5, of.spend());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    List<MemberFigures> of(UUID runId, Collection<UUID> members) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, last_purchase, purchases, spend
                    FROM rfm_member
                    WHERE run_id = ? AND member_id IN\s""" + Sql.places(members))) {
                select.setBytes(1, UuidBytes.of(runId));
                Sql.bindIds(select, 2, members);
                List<MemberFigures> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new MemberFigures(
                                Sql.id(row, "member_id"),
                                row.getObject("last_purchase", LocalDate.class),
                                row.getLong("purchases"),
                                row.getLong("spend")));
                    }
                }
                return found;
            }
        });
    }

    long count(UUID runId) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT COUNT(*) FROM rfm_member WHERE run_id = ?")) {
                select.setBytes(1, UuidBytes.of(runId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** The cuts of a run whose members are all there. */
    RfmCuts cuts(UUID runId, long members) {
        return members == 0
                ? RfmCuts.NONE
                : transactions.snapshot(connection -> new RfmCuts(
                        frequent(connection, "last_purchase", LocalDate.class, runId, members),
                        frequent(connection, "purchases", Long.class, runId, members),
                        spends(connection, runId, members)));
    }

    /** Cuts of a figure with few values, found on one walk over them. */
    private static <T> List<T> frequent(Connection connection, String figure, Class<T> type, UUID runId, long members)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + figure + ", COUNT(*) AS members"
                + "\nFROM rfm_member\nWHERE run_id = ?\nGROUP BY " + figure + "\nORDER BY " + figure)) {
            select.setBytes(1, UuidBytes.of(runId));
            List<T> cuts = new ArrayList<>();
            long passed = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    passed += row.getLong("members");
                    while (cuts.size() < RfmCuts.SCORES - 1 && RfmCuts.place(cuts.size() + 2, members) < passed) {
                        cuts.add(row.getObject(figure, type));
                    }
                }
            }
            return cuts;
        }
    }

    /** Cuts of the spend, which hardly any two members share, each found by its place in the key. */
    private static List<Long> spends(Connection connection, UUID runId, long members) throws SQLException {
        List<Long> cuts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT spend
                FROM rfm_member
                WHERE run_id = ?
                ORDER BY spend
                LIMIT 1 OFFSET ?""")) {
            for (int score = 2; score <= RfmCuts.SCORES; score++) {
                select.setBytes(1, UuidBytes.of(runId));
                select.setLong(2, RfmCuts.place(score, members));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    cuts.add(row.getLong("spend"));
                }
            }
        }
        return cuts;
    }

    /** Members by their scores, in sum. */
    List<RfmCell> cells(RfmRun run) {
        if (run.members() == 0) {
            return List.of();
        }
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT recency, frequency, monetary, COUNT(*) AS members, SUM(days) AS recency_days,
                      SUM(purchases) AS purchases, SUM(spend) AS spend
                    FROM (
                      SELECT\s""" + RfmConditions.score("last_purchase") + " AS recency, "
                    + RfmConditions.score("purchases") + " AS frequency, "
                    + RfmConditions.score("spend") + " AS monetary,\n    "
                    + """
                    DATEDIFF(?, last_purchase) AS days, purchases, spend
                      FROM rfm_member
                      WHERE run_id = ?) scored
                    GROUP BY recency, frequency, monetary""")) {
                int place = 1;
                for (Object cut : RfmConditions.parameters(run.cuts())) {
                    select.setObject(place++, cut);
                }
                select.setObject(place++, run.asOf());
                select.setBytes(place, UuidBytes.of(run.id()));
                List<RfmCell> cells = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        cells.add(cell(row));
                    }
                }
                return cells;
            }
        });
    }

    static RfmCell cell(ResultSet row) throws SQLException {
        return new RfmCell(
                row.getInt("recency"),
                row.getInt("frequency"),
                row.getInt("monetary"),
                row.getLong("members"),
                row.getLong("recency_days"),
                row.getLong("purchases"),
                row.getLong("spend"));
    }

    /** Deletes some of what runs before one left; says how much. */
    int clear(UUID before, int most) {
        return transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("""
                    DELETE FROM rfm_member
                    WHERE run_id < ?
                    ORDER BY run_id, member_id
                    LIMIT ?""")) {
                delete.setBytes(1, UuidBytes.of(before));
                delete.setInt(2, most);
                return delete.executeUpdate();
            }
        });
    }
}
