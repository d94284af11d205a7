package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A refund. */
@Serdeable
@Schema(description = "A refund.")
record RefundEventData(
        @Schema(description = "The refund.", example = "ref_01kq5zv4m8e7t9b3x2c1d0f6ga") String refundId,
        @Schema(description = "Points taken back.", example = "25") long pointsTakenBack,
        @Schema(description = "Points given back that had paid for what was returned.", example = "0") long pointsGivenBack) {}
