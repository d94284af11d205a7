package id.setia.insights;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.purchases.MemberFigures;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code rfm_member}. */
@Singleton
class RfmMemberRows {

    private record Row(UUID runId, MemberFigures of) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            920,
            """
            INSERT INTO rfm_member (run_id, member_id, last_purchase, purchases, spend)
            VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              last_purchase = GREATEST(last_purchase, VALUES(last_purchase)),
              purchases = purchases + VALUES(purchases),
              spend = spend + VALUES(spend)""",
            Comparator.comparing((Row row) -> row.of().memberId()),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.runId()));
                statement.setBytes(2, UuidBytes.of(row.of().memberId()));
                statement.setObject(3, row.of().lastPurchase());
                statement.setLong(4, row.of().purchases());
                statement.setLong(5, row.of().spend());
            });

    private final Transactions transactions;

    RfmMemberRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds figures to those the members have in the run so far. */
    void add(UUID runId, Collection<MemberFigures> figures) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            figures.forEach(of -> batch.add(ROWS, new Row(runId, of)));
            batch.flush(connection);
            return null;
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

    /**
     * Counts the figures of the next members after one of a run whose members are all there.
     *
     * @return the last of them; empty once everybody is counted
     */
    Optional<UUID> count(RfmRun run, Optional<UUID> after, int limit, RfmQuintiles quintiles) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, DATEDIFF(last_purchase, ?) AS day, purchases, spend
                    FROM rfm_member
                    WHERE run_id = ? AND member_id > ?
                    ORDER BY member_id
                    LIMIT ?""")) {
                select.setObject(1, run.from());
                select.setBytes(2, UuidBytes.of(run.id()));
                select.setBytes(3, UuidBytes.of(after.orElse(new UUID(0, 0))));
                select.setInt(4, limit);
                try (ResultSet row = select.executeQuery()) {
                    int counted = 0;
                    byte[] last = null;
                    while (row.next()) {
                        quintiles.add(row.getLong(2), row.getLong(3), row.getLong(4));
                        last = row.getBytes(1);
                        counted++;
                    }
                    return counted == limit ? Optional.of(UuidBytes.from(last)) : Optional.empty();
                }
            }
        });
    }

    /** The cuts of a run whose members are all counted. */
    RfmCuts cuts(RfmRun run, RfmQuintiles quintiles) {
        return quintiles.members() == 0
                ? RfmCuts.NONE
                : new RfmCuts(
                        quintiles.days().stream()
                                .map(place -> run.from().plusDays(place.least()))
                                .toList(),
                        figures(run, "purchases", quintiles.purchases()),
                        figures(run, "spend", quintiles.spend()));
    }

    private List<Long> figures(RfmRun run, String figure, List<FigureCounts.Place> places) {
        return places.stream()
                .map(place -> place.isExact() ? place.least() : figure(run, figure, place))
                .toList();
    }

    /** The figure at a place, looked for among those of its class. */
    private long figure(RfmRun run, String figure, FigureCounts.Place place) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + figure + " AS figure"
                    + "\nFROM rfm_member\nWHERE run_id = ? AND " + figure + " BETWEEN ? AND ?\nORDER BY " + figure
                    + "\nLIMIT 1 OFFSET ?")) {
                select.setBytes(1, UuidBytes.of(run.id()));
                select.setLong(2, place.least());
                select.setLong(3, place.most());
                select.setLong(4, place.passed());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong("figure");
                }
            }
        });
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
