package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Places;
import id.setia.kernel.Problem;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Redemptions as they are kept. */
@Singleton
public class Redemptions {

    /** Written by those who hold the member's lock. */
    private static final RowWriter<Redemption> ROWS = new RowWriter<>(
            760,
            """
            INSERT INTO redemption (
              id, member_id, reward_id, state, points, money, honouring_partner_id, lots, actor_kind, actor_id,
              redeemed_at, cancelled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              state = VALUES(state), lots = VALUES(lots), redeemed_at = VALUES(redeemed_at),
              cancelled_at = VALUES(cancelled_at)""",
            Comparator.comparing(Redemption::id),
            Redemptions::bind);

    private static final String COLUMNS = """
            SELECT id, member_id, reward_id, state, points, money, honouring_partner_id, lots, actor_kind, actor_id,
              redeemed_at, cancelled_at
            FROM redemption
            """;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final Transactions transactions;

    Redemptions(Transactions transactions) {
        this.transactions = transactions;
    }

    private static void bind(Places statement, Redemption redemption) throws SQLException {
        statement.setBytes(1, UuidBytes.of(redemption.id()));
        statement.setBytes(2, UuidBytes.of(redemption.memberId()));
        statement.setBytes(3, UuidBytes.of(redemption.rewardId()));
        statement.setString(4, redemption.state().value());
        statement.setLong(5, redemption.points());
        statement.setLong(6, redemption.money());
        statement.setBytes(7, UuidBytes.of(redemption.honouringPartnerId()));
        statement.setString(8, redemption.lots());
        statement.setString(9, redemption.actorKind());
        statement.setBytes(10, UuidBytes.of(redemption.actorId()));
        statement.setObject(11, Sql.time(redemption.redeemedAt()));
        statement.setObject(12, Sql.time(redemption.cancelledAt().orElse(null)));
    }

    /** Adds a new redemption, or one that changed, to the batch of the transaction that holds the member's lock. */
    void add(Batch batch, Redemption redemption) {
        batch.add(ROWS, redemption);
    }

    public Optional<Redemption> find(UUID id) {
        return transactions.read(connection -> find(connection, id, ""));
    }

    /** The same, locked until the transaction ends; after the member and the stock. */
    public Optional<Redemption> lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, " FOR UPDATE");
    }

    private static Optional<Redemption> find(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** Many by id; those not there are missing. */
    public Map<UUID, Redemption> find(Collection<UUID> ids) {
        Map<UUID, Redemption> found = new HashMap<>();
        if (!ids.isEmpty()) {
            transactions.read(connection -> {
                try (PreparedStatement select =
                        connection.prepareStatement(COLUMNS + "WHERE id IN " + Sql.places(ids))) {
                    Sql.bindIds(select, 1, ids);
                    return read(select);
                }
            }).forEach(redemption -> found.put(redemption.id(), redemption));
        }
        return found;
    }

    /** Redemptions of a member and of those merged into them, the latest first. */
    Page<Redemption> ofMembers(Collection<UUID> members, Optional<String> cursor, int limit) {
        UUID before = cursor.map(Redemptions::id).orElse(NEWEST);
        List<Redemption> rows = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS
                    + "WHERE member_id IN " + Sql.places(members) + " AND id < ?\nORDER BY id DESC\nLIMIT ?")) {
                int place = Sql.bindIds(select, 1, members);
                select.setBytes(place, UuidBytes.of(before));
                select.setInt(place + 1, limit + 1);
                return read(select);
            }
        });
        return Page.of(rows, limit, redemption -> Cursor.of(redemption.id().toString()));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.place(cursor));
        } catch (IllegalArgumentException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /**
     * When members, and those merged into them, got the rewards, for points or by an offer, by member and reward, cancelled ones
     * left out; under the members' locks when it decides.
     */
    Map<UUID, Map<UUID, List<Instant>>> times(Collection<UUID> members, Collection<UUID> rewards) {
        Map<UUID, Map<UUID, List<Instant>>> times = new HashMap<>();
        if (rewards.isEmpty()) {
            return times;
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, reward_id, redeemed_at
                    FROM redemption
                    WHERE state <> 'cancelled' AND reward_id IN\s""" + Sql.places(rewards) + " AND member_id IN "
                    + Sql.places(members))) {
                Sql.bindIds(select, Sql.bindIds(select, 1, rewards), members);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        times.computeIfAbsent(Sql.id(row, "member_id"), ignored -> new HashMap<>())
                                .computeIfAbsent(Sql.id(row, "reward_id"), ignored -> new ArrayList<>())
                                .add(Sql.instant(row, "redeemed_at"));
                    }
                }
                return times;
            }
        });
    }

    /** How often each reward was redeemed and not cancelled. */
    Map<UUID, Long> counts(Collection<UUID> rewards) {
        Map<UUID, Long> counts = new HashMap<>();
        if (rewards.isEmpty()) {
            return counts;
        }
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT reward_id, COUNT(*) AS redeemed
                    FROM redemption
                    WHERE state = 'done' AND reward_id IN\s""" + Sql.places(rewards) + " GROUP BY reward_id")) {
                Sql.bindIds(select, 1, rewards);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        counts.put(Sql.id(row, "reward_id"), row.getLong("redeemed"));
                    }
                }
                return counts;
            }
        });
    }

    private static List<Redemption> read(PreparedStatement select) throws SQLException {
        List<Redemption> redemptions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                redemptions.add(new Redemption(
                        Sql.id(row, "id"),
                        Sql.id(row, "member_id"),
                        Sql.id(row, "reward_id"),
                        RedemptionState.of(row.getString("state")),
                        row.getLong("points"),
                        row.getLong("money"),
                        Sql.id(row, "honouring_partner_id"),
                        row.getString("lots"),
                        row.getString("actor_kind"),
                        Sql.id(row, "actor_id"),
                        Sql.instant(row, "redeemed_at"),
                        Optional.ofNullable(Sql.instant(row, "cancelled_at"))));
            }
        }
        return redemptions;
    }
}
