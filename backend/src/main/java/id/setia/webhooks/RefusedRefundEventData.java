package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A refund that waited for its purchase and was refused in the end. */
@Serdeable
@Schema(description = "A refund that waited for its purchase and was refused in the end.")
record RefusedRefundEventData(
        @Schema(description = "The refund.", example = "ref_01kq5zv4m8e7t9b3x2c1d0f6ga") String refundId,
        @Schema(description = "Code of the problem.", example = "refund_exceeds_purchase") String reason) {}
