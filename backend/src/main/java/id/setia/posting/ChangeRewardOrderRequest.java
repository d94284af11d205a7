package id.setia.posting;

import id.setia.rewards.OrderState;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Where an order goes. */
@Serdeable
@Schema(description = "Where an order goes.")
public record ChangeRewardOrderRequest(
        @NotNull
                @Schema(
                        description = "`accepted`, `shipped` (to the store), `ready` (in the store), `delivered` or `cancelled`.",
                        example = "ready")
                OrderState state) {}
