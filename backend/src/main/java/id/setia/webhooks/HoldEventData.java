package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points set aside. */
@Serdeable
@Schema(description = "Points set aside.")
record HoldEventData(
        @Schema(description = "The hold.", example = "hld_01kq5zv4m8e7t9b3x2c1d0f6ga") String holdId,
        @Schema(description = "Points set aside.", example = "5000") long points,
        @Schema(description = "Points used.", example = "5000") long confirmedPoints,
        @Schema(description = "Points given back by refunds since.", example = "0") long pointsGivenBack) {}
