package id.setia.rewards;

import id.setia.kernel.Epochs;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to the rewards themselves: those offered now, and those that ever were. */
@Singleton
public class Rewards {

    static final String STOCK = "reward_stock";
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
     * A reward that is or was published, as it stands now.
     *
     * @throws Problem {@code reward_not_found}, also for a draft
     */
    public Reward offered(UUID id) {
        return rows.find(id)
                .filter(reward -> reward.state() != RewardState.DRAFT)
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND));
    }

    public Optional<Reward> find(UUID id) {
        return rows.find(id);
    }

    /** What is left of those rewards that have a stock. */
    Map<UUID, Long> left(List<Reward> rewards) {
        List<UUID> stocked = rewards.stream().filter(Reward::hasStock).map(Reward::id).toList();
        Map<UUID, Long> left = new HashMap<>();
        stocked.forEach(id -> left.put(id, 0L));
        limits.counters(stocked).forEach((id, counter) -> left.put(id, counter.left()));
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
