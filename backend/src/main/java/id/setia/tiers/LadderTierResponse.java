package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier and who stands in it. */
@Serdeable
@Schema(description = "A tier, what reaches it, and how many stand in it.")
public record LadderTierResponse(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better.", example = "2") int rank,
        @Nullable @Schema(description = "Money that reaches it, where the ladder counts spend; 0 for the lowest.")
                Money threshold,
        @Nullable
                @Schema(description = "Points or visits that reach it, where the ladder counts those; 0 for the lowest.", example = "1200")
                Long count,
        @Schema(description = "How many members stand in it now.", example = "1820") long members) {}
