package id.setia.tiers;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier by name. */
@Serdeable
@Schema(description = "A level of the program.")
public record TierResponse(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better; the lowest is 1.", example = "2") int rank) {

    public static TierResponse of(Tier tier) {
        return new TierResponse(tier.code(), tier.name(), tier.rank());
    }
}
