package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A voucher. */
@Serdeable
@Schema(description = "A voucher.")
record VoucherEventData(
        @Schema(description = "The voucher.", example = "vou_01kq5zv4m8e7t9b3x2c1d0f6ga") String voucherId,
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "The redemption.", example = "red_01kq5zv4m8e7t9b3x2c1d0f6ga") String redemptionId) {}
