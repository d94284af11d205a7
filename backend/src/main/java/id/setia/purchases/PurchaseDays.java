package id.setia.purchases;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door to what was bought on the programme's days, read from one key without opening a purchase. */
@Singleton
public class PurchaseDays {

    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;

    PurchaseDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What each store sold on a day; those that sold nothing are missing. */
    public List<StoreDay> of(LocalDate day) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT store_id, COUNT(*) AS purchases, SUM(total - refunded) AS sales,
                      SUM(CASE WHEN member_id IS NULL THEN 0 ELSE 1 END) AS member_purchases,
                      SUM(CASE WHEN member_id IS NULL THEN 0 ELSE total - refunded END) AS member_sales,
                      SUM(points - points_taken_back) AS points
                    FROM purchase
                    WHERE program_date = ? AND total > refunded
                    GROUP BY store_id""")) {
                select.setObject(1, day);
                List<StoreDay> stores = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stores.add(new StoreDay(
                                Sql.id(row, "store_id"),
                                row.getLong("purchases"),
                                row.getLong("sales"),
                                row.getLong("member_purchases"),
                                row.getLong("member_sales"),
                                row.getLong("points")));
                    }
                }
                return stores;
            }
        });
    }

    /** The programme's days with a purchase. */
    public NavigableSet<LocalDate> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT program_date FROM purchase");
                    ResultSet row = select.executeQuery()) {
                NavigableSet<LocalDate> days = new TreeSet<>();
                while (row.next()) {
                    days.add(row.getObject("program_date", LocalDate.class));
                }
                return days;
            }
        });
    }

    /** The programme's days of purchases, and of those that refunds took something from. */
    public Set<LocalDate> daysOf(Collection<UUID> purchases, Collection<UUID> refunds) {
        return transactions.read(connection -> {
            Set<LocalDate> days = new TreeSet<>();
            addDays(connection, "SELECT DISTINCT program_date FROM purchase WHERE id IN ", purchases, days);
            addDays(
                    connection,
                    """
                    SELECT DISTINCT p.program_date
                    FROM refund_line l
                    JOIN purchase p ON p.id = l.purchase_id
                    WHERE l.refund_id IN\s""",
                    refunds,
                    days);
            return days;
        });
    }

    private static void addDays(Connection connection, String sql, Collection<UUID> ids, Set<LocalDate> days)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        List<UUID> asked = Sql.padded(ids);
        try (PreparedStatement select = connection.prepareStatement(sql + Sql.places(asked))) {
            Sql.bindIds(select, 1, asked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject("program_date", LocalDate.class));
                }
            }
        }
    }

    /**
     * On which of the programme's days each of some members bought, from one day to another; read from one key. Members who
     * bought nothing are missing.
     */
    public Map<UUID, NavigableSet<LocalDate>> daysOfBuying(Collection<UUID> members, LocalDate from, LocalDate last) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT DISTINCT member_id, program_date
                    FROM purchase
                    WHERE member_id IN %s AND program_date BETWEEN ? AND ? AND total > refunded"""
                    .formatted(Sql.places(members)))) {
                int place = Sql.bindIds(select, 1, members);
                select.setObject(place, from);
                select.setObject(place + 1, last);
                Map<UUID, NavigableSet<LocalDate>> days = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.computeIfAbsent(Sql.id(row, "member_id"), ignored -> new TreeSet<>())
                                .add(row.getObject("program_date", LocalDate.class));
                    }
                }
                return days;
            }
        });
    }

    /**
     * Which purchases.
     *
     * @param attached whether they are somebody's
     */
    public record Wanted(LocalDate from, LocalDate last, Optional<UUID> storeId, Optional<Boolean> attached) {}

    /** A page of the days' purchases, the latest day first; those taken back whole are left out. */
    public Page<PurchaseOfDay> page(Wanted wanted, Optional<String> cursor, int limit) {
        SqlCondition condition = condition(wanted, cursor.map(Place::read).orElse(new Place(wanted.last(), LAST)));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, program_date, occurred_at, store_id, member_id,
                      COALESCE(receipt_number, order_number) AS number, total - refunded AS sales,
                      points - points_taken_back AS points
                    FROM purchase
                    WHERE\s""" + condition.text() + """

                    ORDER BY program_date DESC, id DESC
                    LIMIT ?""")) {
                select.setInt(condition.bind(select, 1), limit + 1);
                List<PurchaseOfDay> purchases = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        purchases.add(purchase(row));
                    }
                }
                return Page.of(
                        purchases, limit, purchase -> new Place(purchase.programDate(), purchase.id()).cursor());
            }
        });
    }

    private static SqlCondition condition(Wanted wanted, Place before) {
        List<SqlCondition> all = new ArrayList<>();
        all.add(SqlCondition.of("program_date >= ? AND total > refunded", wanted.from()));
        all.add(SqlCondition.of(
                "(program_date < ? OR program_date = ? AND id < ?)", before.day(), before.day(), UuidBytes.of(before.id())));
        wanted.storeId().ifPresent(store -> all.add(SqlCondition.of("store_id = ?", (Object) UuidBytes.of(store))));
        wanted.attached().ifPresent(attached ->
                all.add(SqlCondition.of(attached ? "member_id IS NOT NULL" : "member_id IS NULL")));
        return SqlCondition.all(all);
    }

    private static PurchaseOfDay purchase(ResultSet row) throws SQLException {
        return new PurchaseOfDay(
                Sql.id(row, "id"),
                row.getObject("program_date", LocalDate.class),
                Sql.instant(row, "occurred_at"),
                Sql.id(row, "store_id"),
                Optional.ofNullable(Sql.id(row, "member_id")),
                Optional.ofNullable(row.getString("number")),
                row.getLong("sales"),
                row.getLong("points"));
    }

    private record Place(LocalDate day, UUID id) {

        static Place read(String cursor) {
            String[] parts = Cursor.place(cursor).split(" ");
            try {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts.length == 2 ? parts[1] : ""));
            } catch (DateTimeException | IllegalArgumentException error) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
        }

        String cursor() {
            return Cursor.of(day + " " + id);
        }
    }
}
