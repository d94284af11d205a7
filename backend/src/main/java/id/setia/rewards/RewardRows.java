package id.setia.rewards;

import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code reward}. */
@Singleton
class RewardRows {

    private static final String COLUMNS = """
            SELECT id, state, version, definition, created_at, published_at
            FROM reward
            """;

    private final Transactions transactions;
    private final Json json;

    RewardRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** All of them, the latest made first. */
    List<Reward> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY id DESC")) {
                return read(select);
            }
        });
    }

    List<Reward> inState(RewardState state) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE state = ?\nORDER BY id")) {
                select.setString(1, state.value());
                return read(select);
            }
        });
    }

    Optional<Reward> find(UUID id) {
        return find(id, "");
    }

    /** The same, locked until the transaction ends. */
    Optional<Reward> lock(UUID id) {
        return find(id, " FOR UPDATE");
    }

    /** Many by id; those not there are missing. */
    Map<UUID, Reward> find(Collection<UUID> ids) {
        Map<UUID, Reward> found = new HashMap<>();
        if (!ids.isEmpty()) {
            transactions.read(connection -> {
                try (PreparedStatement select =
                        connection.prepareStatement(COLUMNS + "WHERE id IN " + Sql.places(ids))) {
                    Sql.bindIds(select, 1, ids);
                    return read(select);
                }
            }).forEach(reward -> found.put(reward.id(), reward));
        }
        return found;
    }

    private Optional<Reward> find(UUID id, String lock) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
                select.setBytes(1, UuidBytes.of(id));
                return read(select).stream().findFirst();
            }
        });
    }

    private List<Reward> read(PreparedStatement select) throws SQLException {
        List<Reward> rewards = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rewards.add(new Reward(
                        Sql.id(row, "id"),
                        RewardState.of(row.getString("state")),
                        row.getLong("version"),
                        json.read(row.getString("definition"), RewardDefinition.class),
                        Sql.instant(row, "created_at"),
                        Optional.ofNullable(Sql.instant(row, "published_at"))));
            }
        }
        return rewards;
    }

    void add(Reward reward) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO reward (
                      kind, state, version, definition, honouring_partner_id, published_at, id, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                bind(insert, reward);
                insert.setObject(8, Sql.time(reward.createdAt()));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes the reward over the one locked before. */
    void write(Reward reward) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE reward
                    SET kind = ?, state = ?, version = ?, definition = ?, honouring_partner_id = ?, published_at = ?
                    WHERE id = ?""")) {
                bind(update, reward);
                return update.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, Reward reward) throws SQLException {
        statement.setString(1, reward.kind().value());
        statement.setString(2, reward.state().value());
        statement.setLong(3, reward.version());
        statement.setString(4, json.write(reward.definition()));
        statement.setBytes(5, UuidBytes.of(reward.honouringPartnerId()));
        statement.setObject(6, Sql.time(reward.publishedAt().orElse(null)));
        statement.setBytes(7, UuidBytes.of(reward.id()));
    }

    void delete(UUID id) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM reward WHERE id = ? AND state = ?")) {
                delete.setBytes(1, UuidBytes.of(id));
                delete.setString(2, RewardState.DRAFT.value());
                return delete.executeUpdate();
            }
        });
    }
}
