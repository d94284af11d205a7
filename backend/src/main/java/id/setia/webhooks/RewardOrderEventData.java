package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** An order of a thing taken for points. */
@Serdeable
@Schema(description = "An order of a thing taken for points.")
record RewardOrderEventData(
        @Schema(description = "The order.", example = "ord_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardOrderId,
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "Its state.", example = "ready") String state) {}
