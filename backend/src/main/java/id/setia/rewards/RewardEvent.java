package id.setia.rewards;

import io.micronaut.serde.annotation.Serdeable;

/** Payload of the events {@code reward.published} and {@code reward.withdrawn}. */
@Serdeable
record RewardEvent(String rewardId, RewardKind kind, long points) {}
