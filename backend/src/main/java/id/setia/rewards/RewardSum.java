package id.setia.rewards;

import java.util.UUID;

/**
 * How often a reward was taken for points in some time.
 *
 * @param points they cost together
 */
public record RewardSum(UUID rewardId, long redemptions, long points) {}
