package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code reward_order}. */
@Singleton
class OrderRows {

    private static final RowWriter<RewardOrder> ROWS = new RowWriter<>(
            764,
            """
            INSERT INTO reward_order (
              id, redemption_id, member_id, reward_id, store_id, state, version, placed_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              state = VALUES(state), version = VALUES(version), changed_at = VALUES(changed_at)""",
            Comparator.comparing(RewardOrder::id),
            OrderRows::bind);

    private static final String COLUMNS = """
            SELECT id, redemption_id, member_id, reward_id, store_id, state, version, placed_at, changed_at
            FROM reward_order
            """;

    private final Transactions transactions;

    OrderRows(Transactions transactions) {
        this.transactions = transactions;
    }

    private static void bind(Places statement, RewardOrder order) throws SQLException {
        statement.setBytes(1, UuidBytes.of(order.id()));
        statement.setBytes(2, UuidBytes.of(order.redemptionId()));
        statement.setBytes(3, UuidBytes.of(order.memberId()));
        statement.setBytes(4, UuidBytes.of(order.rewardId()));
        statement.setBytes(5, UuidBytes.of(order.storeId()));
        statement.setString(6, order.state().value());
        statement.setLong(7, order.version());
        statement.setObject(8, Sql.time(order.placedAt()));
        statement.setObject(9, Sql.time(order.changedAt()));
    }

    void add(Batch batch, RewardOrder order) {
        batch.add(ROWS, order);
    }

    Optional<RewardOrder> find(UUID id) {
        return transactions.read(connection -> byId(connection, id, ""));
    }

    Optional<RewardOrder> lock(Connection connection, UUID id) throws SQLException {
        return byId(connection, id, " FOR UPDATE");
    }

    private static Optional<RewardOrder> byId(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** The orders of redemptions, by redemption; those that gave none are missing. */
    Map<UUID, RewardOrder> ofRedemptions(Collection<UUID> redemptions) {
        return redemptions.isEmpty()
                ? Map.of()
                : transactions.read(connection -> ofRedemptions(connection, redemptions, ""));
    }

    Optional<RewardOrder> lockOfRedemption(Connection connection, UUID redemption) throws SQLException {
        return Optional.ofNullable(ofRedemptions(connection, List.of(redemption), " FOR UPDATE").get(redemption));
    }

    private static Map<UUID, RewardOrder> ofRedemptions(
            Connection connection, Collection<UUID> redemptions, String lock) throws SQLException {
        Map<UUID, RewardOrder> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE redemption_id IN " + Sql.places(redemptions) + lock)) {
            Sql.bindIds(select, 1, redemptions);
            read(select).forEach(order -> found.put(order.redemptionId(), order));
        }
        return found;
    }

    /**
     * Orders after one, the oldest first.
     *
     * @param stores of these stores alone; empty for all
     */
    List<RewardOrder> list(Optional<OrderState> state, Optional<Collection<UUID>> stores, UUID after, int limit) {
        if (stores.filter(Collection::isEmpty).isPresent()) {
            return List.of();
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + "WHERE id > ?"
                    + state.map(ignored -> " AND state = ?").orElse("")
                    + stores.map(some -> " AND store_id IN " + Sql.places(some)).orElse("")
                    + "\nORDER BY id\nLIMIT ?")) {
                int place = 1;
                select.setBytes(place++, UuidBytes.of(after));
                if (state.isPresent()) {
                    select.setString(place++, state.get().value());
                }
                place = Sql.bindIds(select, place, stores.orElse(List.of()));
                select.setInt(place, limit);
                return read(select);
            }
        });
    }

    private static List<RewardOrder> read(PreparedStatement select) throws SQLException {
        List<RewardOrder> orders = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                orders.add(new RewardOrder(
                        Sql.id(row, "id"),
                        Sql.id(row, "redemption_id"),
                        Sql.id(row, "member_id"),
                        Sql.id(row, "reward_id"),
                        Sql.id(row, "store_id"),
                        OrderState.of(row.getString("state")),
                        row.getLong("version"),
                        Sql.instant(row, "placed_at"),
                        Sql.instant(row, "changed_at")));
            }
        }
        return orders;
    }
}
