package id.setia.closing;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.SeqRange;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Rows of a closing's figures: added up chunk by chunk while it runs, and never touched once it is closed. */
@Singleton
class ClosingFigures {

    private static final List<String> TABLES =
            List.of("closing_member", "closing_expiry", "closing_redeemed", "closing_total");
    private static final int CLEARED = 1_000;
    private static final String NEVER = "";

    private record Total(YearMonth month, ClosingTotal total, Owed owed) {}

    private static final RowWriter<Total> TOTALS = new RowWriter<>(
            600,
            """
            INSERT INTO closing_total (
              month, funder_id, issued, opening, redeemed, expired, adjusted, moved, debt_moved, available, pending, held,
              lots_over, points_over, lapsed_over)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              issued = issued + VALUES(issued), opening = opening + VALUES(opening),
              redeemed = redeemed + VALUES(redeemed), expired = expired + VALUES(expired),
              adjusted = adjusted + VALUES(adjusted), moved = moved + VALUES(moved),
              debt_moved = debt_moved + VALUES(debt_moved), available = available + VALUES(available),
              pending = pending + VALUES(pending), held = held + VALUES(held),
              lots_over = lots_over + VALUES(lots_over), points_over = points_over + VALUES(points_over),
              lapsed_over = lapsed_over + VALUES(lapsed_over)""",
            Comparator.comparing(row -> row.total().funderId()),
            (statement, row) -> {
                statement.setString(1, row.month().toString());
                statement.setBytes(2, UuidBytes.of(row.total().funderId()));
                statement.setLong(3, row.total().issued());
                statement.setLong(4, row.total().opening());
                statement.setLong(5, row.total().redeemed());
                statement.setLong(6, row.total().expired());
                statement.setLong(7, row.total().adjusted());
                statement.setLong(8, row.total().moved());
                statement.setLong(9, row.total().debtMoved());
                statement.setLong(10, row.owed().available());
                statement.setLong(11, row.owed().pending());
                statement.setLong(12, row.owed().held());
                statement.setLong(13, row.owed().over().lots());
                statement.setLong(14, row.owed().over().points());
                statement.setLong(15, row.owed().over().lapsed());
            });

    private record Redeemed(YearMonth month, UUID funderId, UUID honouringPartnerId, long points) {}

    private static final RowWriter<Redeemed> REDEEMED = new RowWriter<>(
            610,
            """
            INSERT INTO closing_redeemed (month, funder_id, honouring_partner_id, points)
            VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE points = points + VALUES(points)""",
            Comparator.comparing(Redeemed::funderId).thenComparing(Redeemed::honouringPartnerId),
            (statement, row) -> {
                statement.setString(1, row.month().toString());
                statement.setBytes(2, UuidBytes.of(row.funderId()));
                statement.setBytes(3, UuidBytes.of(row.honouringPartnerId()));
                statement.setLong(4, row.points());
            });

    private record Expiry(YearMonth month, UUID funderId, String expiryMonth, long points) {}

    private static final RowWriter<Expiry> EXPIRIES = new RowWriter<>(
            620,
            """
            INSERT INTO closing_expiry (month, funder_id, expiry_month, points)
            VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE points = points + VALUES(points)""",
            Comparator.comparing(Expiry::funderId).thenComparing(Expiry::expiryMonth),
            (statement, row) -> {
                statement.setString(1, row.month().toString());
                statement.setBytes(2, UuidBytes.of(row.funderId()));
                statement.setString(3, row.expiryMonth());
                statement.setLong(4, row.points());
            });

    private record Stretch(YearMonth month, SeqRange range) {}

    private static final RowWriter<Stretch> MEMBERS = new RowWriter<>(
            630,
            """
            INSERT INTO closing_member (member_id, month, from_seq, to_seq)
            VALUES (?, ?, ?, ?)""",
            Comparator.comparing(row -> row.range().memberId()),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.range().memberId()));
                statement.setString(2, row.month().toString());
                statement.setLong(3, row.range().after());
                statement.setLong(4, row.range().last());
            });

    private final Transactions transactions;

    ClosingFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What a chunk of members came to. */
    record Chunk(
            Collection<SeqRange> ranges,
            Map<UUID, ClosingTotal> totals,
            Map<UUID, Map<UUID, Long>> redeemed,
            Map<UUID, Owed> owed) {}

    void add(YearMonth month, Chunk chunk) {
        Batch batch = new Batch();
        chunk.ranges().forEach(range -> batch.add(MEMBERS, new Stretch(month, range)));
        SortedSet<UUID> funders = new TreeSet<>(chunk.totals().keySet());
        funders.addAll(chunk.owed().keySet());
        for (UUID funder : funders) {
            Owed owed = chunk.owed().getOrDefault(funder, Owed.nothing(funder));
            batch.add(
                    TOTALS,
                    new Total(month, chunk.totals().getOrDefault(funder, ClosingTotal.nothing(funder)), owed));
            owed.expiring().forEach((in, points) ->
                    batch.add(EXPIRIES, new Expiry(month, funder, in.toString(), points)));
            if (owed.never() != 0) {
                batch.add(EXPIRIES, new Expiry(month, funder, NEVER, owed.never()));
            }
        }
        chunk.redeemed().forEach((funder, partners) -> partners.forEach((partner, points) ->
                batch.add(REDEEMED, new Redeemed(month, funder, partner, points))));
        transactions.write(connection -> {
            batch.flush(connection);
            return null;
        });
    }

    /** For each of the members with any, the number of the last entry that is in a closing before the month. */
    Map<UUID, Long> closedBefore(YearMonth month, Collection<UUID> members) {
        return transactions.read(connection -> {
            Map<UUID, Long> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, MAX(to_seq) AS to_seq
                    FROM closing_member
                    WHERE member_id IN %s AND month < ?
                    GROUP BY member_id""".formatted(Sql.places(members)))) {
                select.setString(Sql.bindIds(select, 1, members), month.toString());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(Sql.id(row, "member_id"), row.getLong("to_seq"));
                    }
                }
            }
            return found;
        });
    }

    /** The stretches of entries in a month's closing, in the order of members, behind one of them. */
    List<SeqRange> ranges(YearMonth month, Optional<UUID> behind, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, from_seq, to_seq
                    FROM closing_member
                    WHERE month = ? AND member_id > ?
                    ORDER BY member_id
                    LIMIT ?""")) {
                select.setString(1, month.toString());
                select.setBytes(2, UuidBytes.of(behind.orElse(new UUID(0, 0))));
                select.setInt(3, limit);
                List<SeqRange> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new SeqRange(
                                Sql.id(row, "member_id"), row.getLong("from_seq"), row.getLong("to_seq")));
                    }
                }
                return found;
            }
        });
    }

    /** Takes some of a count back that is to be made anew; says whether there may be more. */
    boolean clear(YearMonth month) {
        return transactions.write(connection -> {
            int deleted = 0;
            for (String table : TABLES) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE month = ? LIMIT ?")) {
                    delete.setString(1, month.toString());
                    delete.setInt(2, CLEARED);
                    deleted = Math.max(deleted, delete.executeUpdate());
                }
            }
            return deleted == CLEARED;
        });
    }

    /** A month's figures by funder, in the order of ids; with those who had something outstanding before. */
    List<FunderClosing> of(YearMonth month) {
        return transactions.read(connection -> {
            SortedMap<UUID, Total> totals = totals(connection, month);
            Map<UUID, Long> before = outstandingBefore(connection, month);
            Map<UUID, Long> debts = debts(connection, month);
            Map<UUID, SortedMap<UUID, Long>> redeemed = redeemed(connection, month);
            Map<UUID, Owed> expiries = expiries(connection, month);
            SortedSet<UUID> funders = new TreeSet<>(totals.keySet());
            before.forEach((funder, points) -> {
                if (points != 0) {
                    funders.add(funder);
                }
            });
            return funders.stream()
                    .map(funder -> {
                        Total total = totals.getOrDefault(
                                funder, new Total(month, ClosingTotal.nothing(funder), Owed.nothing(funder)));
                        Owed owed = total.owed()
                                .plus(expiries.getOrDefault(funder, Owed.nothing(funder)))
                                .plus(Owed.debt(funder, debts.getOrDefault(funder, 0L)));
                        return new FunderClosing(
                                total.total(),
                                before.getOrDefault(funder, 0L),
                                redeemed.getOrDefault(funder, new TreeMap<>()),
                                owed);
                    })
                    .toList();
        });
    }

    private static SortedMap<UUID, Total> totals(Connection connection, YearMonth month) throws SQLException {
        SortedMap<UUID, Total> found = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT funder_id, issued, opening, redeemed, expired, adjusted, moved, debt_moved, available, pending, held,
                  lots_over, points_over, lapsed_over
                FROM closing_total
                WHERE month = ?""")) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID funder = Sql.id(row, "funder_id");
                    found.put(funder, new Total(month, total(row, funder), owed(row, funder)));
                }
            }
        }
        return found;
    }

    private static ClosingTotal total(ResultSet row, UUID funder) throws SQLException {
        return new ClosingTotal(
                funder,
                row.getLong("issued"),
                row.getLong("opening"),
                row.getLong("redeemed"),
                row.getLong("expired"),
                row.getLong("adjusted"),
                row.getLong("moved"),
                row.getLong("debt_moved"));
    }

    private static Owed owed(ResultSet row, UUID funder) throws SQLException {
        return new Owed(
                funder,
                row.getLong("available"),
                row.getLong("pending"),
                row.getLong("held"),
                0,
                new TreeMap<>(),
                0,
                new Breakage.Sample(
                        row.getLong("lots_over"), row.getLong("points_over"), row.getLong("lapsed_over")));
    }

    /** Debts at the end of the month: every change of them up to it. */
    private static Map<UUID, Long> debts(Connection connection, YearMonth month) throws SQLException {
        return sums(connection, "SELECT funder_id, SUM(debt_moved) AS points FROM closing_total WHERE month <= ?"
                + " GROUP BY funder_id", month);
    }

    /** What the closing before ended with: its lots, and all changes of debts up to it. */
    private static Map<UUID, Long> outstandingBefore(Connection connection, YearMonth month) throws SQLException {
        Map<UUID, Long> found = sums(connection, """
                SELECT funder_id, SUM(debt_moved) AS points
                FROM closing_total
                WHERE month < ?
                GROUP BY funder_id""", month);
        sums(connection, """
                SELECT funder_id, available + pending + held AS points
                FROM closing_total
                WHERE month = ?""", month.minusMonths(1))
                .forEach((funder, points) -> found.merge(funder, points, Long::sum));
        return found;
    }

    private static Map<UUID, Long> sums(Connection connection, String sql, YearMonth month) throws SQLException {
        Map<UUID, Long> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(Sql.id(row, "funder_id"), row.getLong("points"));
                }
            }
        }
        return found;
    }

    private static Map<UUID, SortedMap<UUID, Long>> redeemed(Connection connection, YearMonth month)
            throws SQLException {
        Map<UUID, SortedMap<UUID, Long>> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT funder_id, honouring_partner_id, points
                FROM closing_redeemed
                WHERE month = ?""")) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(Sql.id(row, "funder_id"), ignored -> new TreeMap<>())
                            .put(Sql.id(row, "honouring_partner_id"), row.getLong("points"));
                }
            }
        }
        return found;
    }

    private static Map<UUID, Owed> expiries(Connection connection, YearMonth month) throws SQLException {
        Map<UUID, Owed> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT funder_id, expiry_month, points
                FROM closing_expiry
                WHERE month = ?""")) {
            select.setString(1, month.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID funder = Sql.id(row, "funder_id");
                    found.merge(funder, expiring(funder, row.getString("expiry_month"), row.getLong("points")), Owed::plus);
                }
            }
        }
        return found;
    }

    private static Owed expiring(UUID funder, String month, long points) {
        SortedMap<YearMonth, Long> expiring = new TreeMap<>();
        if (!month.equals(NEVER) && points != 0) {
            expiring.put(YearMonth.parse(month), points);
        }
        return new Owed(
                funder, 0, 0, 0, 0, expiring, month.equals(NEVER) ? points : 0, Breakage.Sample.NONE);
    }
}
