package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reward whose imported codes run out. */
@Serdeable
@Schema(description = "A reward whose imported codes run out.")
record RewardStockEventData(
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "Codes that are left.", example = "20") long left) {}
