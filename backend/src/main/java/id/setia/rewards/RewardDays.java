package id.setia.rewards;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to what was redeemed when; what was cancelled, is only set aside or was a gift of an offer does not count. */
@Singleton
public class RewardDays {

    private final Rewards rewards;
    private final Transactions transactions;

    RewardDays(Rewards rewards, Transactions transactions) {
        this.rewards = rewards;
        this.transactions = transactions;
    }

    /** What was redeemed from one moment until another, reward by reward. */
    public List<RewardSum> of(Instant from, Instant until) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT reward_id, COUNT(*) AS redemptions, SUM(points) AS points
                    FROM redemption
                    WHERE redeemed_at >= ? AND redeemed_at < ? AND state = 'done' AND actor_kind <> 'offer'
                    GROUP BY reward_id""")) {
                select.setObject(1, Sql.time(from));
                select.setObject(2, Sql.time(until));
                List<RewardSum> sums = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sums.add(new RewardSum(
                                Sql.id(row, "reward_id"), row.getLong("redemptions"), row.getLong("points")));
                    }
                }
                return sums;
            }
        });
    }

    /** When the first from a moment on was redeemed. */
    public Optional<Instant> firstFrom(Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MIN(redeemed_at) AS first FROM redemption WHERE redeemed_at >= ?")) {
                select.setObject(1, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.instant(row, "first"));
                }
            }
        });
    }

    /** When each of some redemptions was made. */
    public List<Instant> momentsOf(Collection<UUID> redemptions) {
        if (redemptions.isEmpty()) {
            return List.of();
        }
        List<UUID> asked = Sql.padded(redemptions);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT redeemed_at FROM redemption WHERE id IN " + Sql.places(asked))) {
                Sql.bindIds(select, 1, asked);
                List<Instant> moments = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        moments.add(Sql.instant(row, "redeemed_at"));
                    }
                }
                return moments;
            }
        });
    }

    /** Rewards by id, for showing what they are called. */
    public Map<UUID, Reward> rewards(Collection<UUID> ids) {
        return rewards.known(ids);
    }
}
