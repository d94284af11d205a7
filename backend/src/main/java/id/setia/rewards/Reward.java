package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /**
     * What one is worth in points: its price, or what it takes off at the till at most where that is more; empty where a
     * percentage takes off nobody knows how much.
     *
     * @param worthOfOne of a point, in the currency's smallest unit
     */
    public Optional<Long> worth(BigDecimal worthOfOne) {
        Discount discount = definition.discount();
        if (discount == null || worthOfOne.signum() <= 0) {
            return Optional.of(points());
        }
        return Optional.ofNullable(discount.amount() == null ? discount.most() : discount.amount())
                .map(most -> BigDecimal.valueOf(most).divide(worthOfOne, 0, RoundingMode.CEILING).longValueExact())
                .map(most -> Math.max(points(), most));
    }

    /** Whether one is worth more than it was, or nobody knows any more how much. */
    public boolean isDearerThan(Reward before, BigDecimal worthOfOne) {
        Optional<Long> worth = worth(worthOfOne);
        return worth.isEmpty()
                ? !definition.discount().equals(before.definition.discount())
                : before.worth(worthOfOne).filter(then -> worth.get() > then).isPresent();
    }

    /** Price beside the points, in the currency's smallest unit. */
    public long money() {
        return definition.money();
    }

    public UUID honouringPartnerId() {
        return definition.honouringPartnerId();
    }

    /** Whether it is only for some tiers. */
    public boolean asksForTier() {
        return !definition.tiers().isEmpty();
    }

    boolean hasStock() {
        return definition.stock() != null || kind() == RewardKind.VOUCHER_POOL;
    }

    boolean hasBudget() {
        return definition.budgetPoints() != null;
    }

    /** Whether it can be had at the moment, by its state and dates. */
    public boolean isOffered(Instant moment) {
        return state == RewardState.PUBLISHED && !isToCome(moment) && !hasEnded(moment);
    }

    /** Whether members of the tier can have it. */
    public boolean isFor(String tierCode) {
        return definition.tiers().isEmpty() || definition.tiers().contains(tierCode);
    }

    private boolean isToCome(Instant moment) {
        return definition.startsAt() != null && moment.isBefore(definition.startsAt());
    }

    private boolean hasEnded(Instant moment) {
        return definition.endsAt() != null && !moment.isBefore(definition.endsAt());
    }

    /**
     * Refuses what cannot be had at the moment, by its state and dates.
     *
     * @throws Problem {@code reward_not_published}, {@code reward_withdrawn}, {@code reward_not_yet}, {@code reward_ended}
     */
    public void refuseUnlessOffered(Instant moment) {
        switch (state) {
            case DRAFT -> throw Problem.of(ProblemCode.REWARD_NOT_PUBLISHED);
            case WITHDRAWN -> throw Problem.of(ProblemCode.REWARD_WITHDRAWN);
            case PUBLISHED -> { }
        }
        if (isToCome(moment)) {
            throw Problem.of(ProblemCode.REWARD_NOT_YET);
        }
        if (hasEnded(moment)) {
            throw Problem.of(ProblemCode.REWARD_ENDED);
        }
    }

    Reward with(RewardState other, RewardDefinition changed, Instant now) {
        Optional<Instant> published =
                other == RewardState.PUBLISHED && publishedAt.isEmpty() ? Optional.of(now) : publishedAt;
        return new Reward(id, other, version + 1, changed, createdAt, published);
    }
}
