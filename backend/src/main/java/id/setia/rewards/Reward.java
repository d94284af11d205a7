package id.setia.rewards;

import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that points buy.
 *
 * @param version how often it was changed
 * @param publishedAt empty for one that never was
 */
public record Reward(
        UUID id,
        RewardState state,
        long version,
        RewardDefinition definition,
        Instant createdAt,
        Optional<Instant> publishedAt) {

    public LocalText name() {
        return definition.name();
    }

    public RewardKind kind() {
        return definition.kind();
    }

    /** Price in points, more than 0. */
    public long points() {
        return definition.points();
    }

    /** Price beside the points, in the currency's smallest unit. */
    public long money() {
        return definition.money();
    }

    public UUID honouringPartnerId() {
        return definition.honouringPartnerId();
    }

    boolean hasStock() {
        return definition.stock() != null || kind() == RewardKind.VOUCHER_POOL;
    }

    Reward with(RewardState other, RewardDefinition changed, Instant now) {
        Optional<Instant> published =
                other == RewardState.PUBLISHED && publishedAt.isEmpty() ? Optional.of(now) : publishedAt;
        return new Reward(id, other, version + 1, changed, createdAt, published);
    }
}
