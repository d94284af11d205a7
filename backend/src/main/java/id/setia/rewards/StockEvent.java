package id.setia.rewards;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Payload of the event {@code reward.pool_low}.
 *
 * @param left codes that are left, 0 when none
 */
@Serdeable
record StockEvent(String rewardId, long left) {}
