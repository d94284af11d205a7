package id.setia.figures;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.rewards.RewardSum;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Rows of {@code figure_day}, {@code figure_store_day} and {@code figure_reward_day}. */
@Singleton
class SalesRows {

    private static final List<String> OF_THE_DAY = List.of(
            "DELETE FROM figure_day WHERE day = ?",
            "DELETE FROM figure_store_day WHERE day = ?",
            "DELETE FROM figure_reward_day WHERE day = ?");

    private final Transactions transactions;

    SalesRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Puts a day's sums in the place of those it had. */
    void replace(
            Connection connection,
            LocalDate day,
            DaySales program,
            List<DaySales.OfStore> stores,
            List<RewardSum> rewards)
            throws SQLException {
        for (String statement : OF_THE_DAY) {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setObject(1, day);
                delete.executeUpdate();
            }
        }
        insert(connection, day, program);
        insertStores(connection, day, stores);
        insertRewards(connection, day, rewards);
    }

    private static void insert(Connection connection, LocalDate day, DaySales of) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_day (day, purchases, sales, member_purchases, member_sales, new_members)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, day);
            insert.setLong(2, of.purchases());
            insert.setLong(3, of.sales());
            insert.setLong(4, of.memberPurchases());
            insert.setLong(5, of.memberSales());
            insert.setLong(6, of.newMembers());
            insert.executeUpdate();
        }
    }

    private static void insertStores(Connection connection, LocalDate day, List<DaySales.OfStore> stores)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_store_day (
                  day, store_id, purchases, sales, member_purchases, member_sales, points, new_members)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (DaySales.OfStore store : stores) {
                insert.setObject(1, day);
                insert.setBytes(2, UuidBytes.of(store.storeId()));
                insert.setLong(3, store.sales().purchases());
                insert.setLong(4, store.sales().sales());
                insert.setLong(5, store.sales().memberPurchases());
                insert.setLong(6, store.sales().memberSales());
                insert.setLong(7, store.sales().points());
                insert.setLong(8, store.sales().newMembers());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertRewards(Connection connection, LocalDate day, List<RewardSum> rewards)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_reward_day (day, reward_id, redemptions, points)
                VALUES (?, ?, ?, ?)""")) {
            for (RewardSum reward : rewards) {
                insert.setObject(1, day);
                insert.setBytes(2, UuidBytes.of(reward.rewardId()));
                insert.setLong(3, reward.redemptions());
                insert.setLong(4, reward.points());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The programme's sums of each of the days; days on which nothing was counted are missing. */
    TreeMap<LocalDate, DaySales> between(LocalDate from, LocalDate last) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT day, purchases, sales, member_purchases, member_sales, 0 AS points, new_members
                    FROM figure_day
                    WHERE day BETWEEN ? AND ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                TreeMap<LocalDate, DaySales> days = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.put(row.getObject("day", LocalDate.class), sales(row));
                    }
                }
                return days;
            }
        });
    }

    private static DaySales sales(ResultSet row) throws SQLException {
        return new DaySales(
                row.getLong("purchases"),
                row.getLong("sales"),
                row.getLong("member_purchases"),
                row.getLong("member_sales"),
                row.getLong("points"),
                row.getLong("new_members"));
    }

    /** The sums of each store over some days. */
    Map<UUID, DaySales> stores(LocalDate from, LocalDate last) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT store_id, SUM(purchases) AS purchases, SUM(sales) AS sales,
                      SUM(member_purchases) AS member_purchases, SUM(member_sales) AS member_sales,
                      SUM(points) AS points, SUM(new_members) AS new_members
                    FROM figure_store_day
                    WHERE day BETWEEN ? AND ?
                    GROUP BY store_id""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                Map<UUID, DaySales> stores = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stores.put(Sql.id(row, "store_id"), sales(row));
                    }
                }
                return stores;
            }
        });
    }

    /** What was redeemed most over some days, by the points it took. */
    List<RewardSum> rewards(LocalDate from, LocalDate last, int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT reward_id, SUM(redemptions) AS redemptions, SUM(points) AS points
                    FROM figure_reward_day
                    WHERE day BETWEEN ? AND ?
                    GROUP BY reward_id
                    ORDER BY SUM(points) DESC, reward_id
                    LIMIT ?""")) {
                select.setObject(1, from);
                select.setObject(2, last);
                select.setInt(3, most);
                List<RewardSum> rewards = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rewards.add(new RewardSum(
                                Sql.id(row, "reward_id"), row.getLong("redemptions"), row.getLong("points")));
                    }
                }
                return rewards;
            }
        });
    }
}
