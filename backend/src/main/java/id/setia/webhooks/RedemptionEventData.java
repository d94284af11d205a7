package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reward taken, or given back. */
@Serdeable
@Schema(description = "A reward taken, or given back.")
record RedemptionEventData(
        @Schema(description = "The redemption.", example = "red_01kq5zv4m8e7t9b3x2c1d0f6ga") String redemptionId,
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "Its price in points.", example = "1500") long points) {}
