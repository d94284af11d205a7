package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier and who stands in it. */
@Serdeable
@Schema(description = "A tier, what reaches it, and how many stand in it.")
public record LadderTierResponse(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better.", example = "2") int rank,
        @Schema(description = "Average monthly spend that reaches it; 0 for the lowest.") Money threshold,
        @Schema(description = "How many members stand in it now.", example = "1820") long members) {}
