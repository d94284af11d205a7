package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier as members know it. */
@Serdeable
@Schema(description = "A tier as members know it: its name and what reaches it.")
public record TierCatalogueItem(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better.", example = "2") int rank,
        @Nullable @Schema(description = "Money that reaches it, where the ladder counts spend; 0 for the lowest.")
                Money threshold,
        @Nullable
                @Schema(description = "Points or visits that reach it, where the ladder counts those; 0 for the lowest.", example = "1200")
                Long count) {

    static TierCatalogueItem of(Tier tier, TierMetric metric, Program program) {
        TierAmount amount = TierAmount.of(metric, tier.threshold(), program);
        return new TierCatalogueItem(tier.code(), tier.name(), tier.rank(), amount.money(), amount.count());
    }
}
