package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A line of a refund. */
@Serdeable
@Schema(description = "A line of a refund.")
public record RefundLineResponse(
        @Nullable @Schema(description = "The purchase; absent while the refund waits for it.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String purchaseId,
        @Nullable @Schema(description = "Position of the line on the purchase.", example = "1") Integer position,
        @Nullable @Schema(description = "Quantity given back.", example = "1") String quantity,
        @Nullable @Schema(description = "Amount given back.") Money amount,
        @Schema(description = "Points its purchase line lost; `pointsTakenBack` also holds bonuses that belong to no line and what rounding moves between lines.", example = "12") long points,
        @Schema(description = "Points given back that had paid for what is returned.", example = "0") long pointsGivenBack) {}
