package id.setia.rewards;

import java.time.Instant;
import java.util.UUID;

/**
 * A thing ordered for points, to be fetched from a store.
 *
 * @param version how often it was changed
 */
public record RewardOrder(
        UUID id,
        UUID redemptionId,
        UUID memberId,
        UUID rewardId,
        UUID storeId,
        OrderState state,
        long version,
        Instant placedAt,
        Instant changedAt) {

    RewardOrder to(OrderState other, Instant now) {
        return new RewardOrder(
                id, redemptionId, memberId, rewardId, storeId, other, version + 1, placedAt, now);
    }
}
