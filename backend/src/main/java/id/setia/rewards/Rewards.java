package id.setia.rewards;

import id.setia.kernel.Epochs;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.limits.LimitCounter;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door to the rewards themselves: those offered now, and those that ever were. */
@Singleton
public class Rewards {

    static final String STOCK = "reward_stock";
    static final String BUDGET = "reward_budget";
    private static final String EPOCH = "rewards";

    private final RewardRows rows;
    private final Limits limits;
    private final Epochs epochs;
    private final Epochs.Cached<List<Reward>> published;

    Rewards(RewardRows rows, Limits limits, Epochs epochs) {
        this.rows = rows;
        this.limits = limits;
        this.epochs = epochs;
        this.published = epochs.cached(EPOCH, () -> rows.inState(RewardState.PUBLISHED));
    }

    /** Rewards that are published, whatever their dates; on every node within a second. */
    public List<Reward> published() {
        return published.get();
    }

    /**
     * A reward that is or was published; of one that is, what every node knows within a second.
     *
     * @throws Problem {@code reward_not_found}, also for a draft
     */
    public Reward offered(UUID id) {
        return published().stream()
                .filter(reward -> reward.id().equals(id))
                .findFirst()
                .or(() -> rows.find(id))
                .filter(reward -> reward.state() != RewardState.DRAFT)
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND));
    }

    public Optional<Reward> find(UUID id) {
        return rows.find(id);
    }

    /** Many by id, for showing what they are called; those that are published are known without asking. */
    Map<UUID, Reward> known(Collection<UUID> ids) {
        Map<UUID, Reward> known = new HashMap<>();
        published().stream().filter(reward -> ids.contains(reward.id())).forEach(reward -> known.put(reward.id(), reward));
        known.putAll(rows.find(ids.stream().filter(id -> !known.containsKey(id)).distinct().toList()));
        return known;
    }

    /** The counters of a reward, to be locked before a piece is taken: its stock and its budget. */
    public static Set<UUID> counters(UUID rewardId) {
        return Set.of(rewardId, budget(rewardId));
    }

    /** The counter of the points that may be redeemed for a reward. */
    static UUID budget(UUID rewardId) {
        return UUID.nameUUIDFromBytes(("reward_budget:" + rewardId).getBytes(StandardCharsets.UTF_8));
    }

    /** How many pieces are left of those rewards that have a stock or a budget, by whichever leaves less. */
    Map<UUID, Long> left(List<Reward> rewards) {
        Map<UUID, LimitCounter> counters = limits.counters(rewards.stream()
                .filter(reward -> reward.hasStock() || reward.hasBudget())
                .flatMap(reward -> counters(reward.id()).stream())
                .toList());
        Map<UUID, Long> left = new HashMap<>();
        for (Reward reward : rewards) {
            if (reward.hasStock() || reward.hasBudget()) {
                long stock = reward.hasStock() ? left(counters, reward.id()) : Long.MAX_VALUE;
                long budget = reward.hasBudget() ? left(counters, budget(reward.id())) / reward.points() : Long.MAX_VALUE;
                left.put(reward.id(), Math.min(stock, budget));
            }
        }
        return left;
    }

    private static long left(Map<UUID, LimitCounter> counters, UUID id) {
        return Optional.ofNullable(counters.get(id)).map(LimitCounter::left).orElse(0L);
    }

    /** How many more points may be redeemed for those rewards that have a budget. */
    Map<UUID, Long> budgetsLeft(List<Reward> rewards) {
        Map<UUID, UUID> budgets = new HashMap<>();
        rewards.stream().filter(Reward::hasBudget).forEach(reward -> budgets.put(reward.id(), budget(reward.id())));
        Map<UUID, LimitCounter> counters = limits.counters(budgets.values());
        Map<UUID, Long> left = new HashMap<>();
        budgets.forEach((reward, budget) -> left.put(reward, left(counters, budget)));
        return left;
    }

    /** Tells every node, with the running transaction, that a reward has changed. */
    void advance() {
        epochs.advance(EPOCH);
    }

    /** Reads the rewards again at the next use; for the node that made a change, once it is committed. */
    void forget() {
        published.forget();
    }
}
