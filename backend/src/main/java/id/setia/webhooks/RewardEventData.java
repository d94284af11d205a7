package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reward of the catalogue. */
@Serdeable
@Schema(description = "A reward of the catalogue.")
record RewardEventData(
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "Kind of the reward.", example = "till_discount") String kind,
        @Schema(description = "Its price in points.", example = "1500") long points) {}
