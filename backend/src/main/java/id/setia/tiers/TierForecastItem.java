package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member who moves at the next evaluation. */
@Serdeable
@Schema(description = "A member who moves at the next evaluation if nothing more is bought.")
public record TierForecastItem(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Code of the tier now.", example = "gold") String from,
        @Schema(description = "Code of the tier then.", example = "red") String to,
        @Schema(description = "`up` or `down`.", example = "down") String direction,
        @Nullable @Schema(description = "What the window that is open lacks for the tier now; only of those who fall.")
                TierAmount missing) {}
