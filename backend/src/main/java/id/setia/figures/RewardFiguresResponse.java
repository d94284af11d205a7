package id.setia.figures;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A reward in a period. */
@Serdeable
@Schema(description = "A reward in a period.")
public record RewardFiguresResponse(
        @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "How often it was taken for points; what was cancelled does not count.", example = "118") long redemptions,
        @Schema(description = "Points it cost members together.", example = "59000") long points) {}
