package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** A tier as staff write and read it. */
@Serdeable
@Schema(description = "A tier: its name and what reaches it.")
public record TierTerms(
        @NotNull @Size(max = 20) @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @NotNull @Schema(description = "Name shown to members, at most 30 characters.") LocalText name,
        @Nullable
                @Valid
                @Schema(description = "Money that reaches it, where the ladder counts spend; 0 for the lowest.")
                Money threshold,
        @Nullable
                @PositiveOrZero
                @Schema(description = "Points or visits that reach it, where the ladder counts those; 0 for the lowest.", example = "1200")
                Long count) {

    static TierTerms of(Tier tier, TierMetric metric, Program program) {
        TierAmount amount = TierAmount.of(metric, tier.threshold(), program);
        return new TierTerms(tier.code(), tier.name(), amount.money(), amount.count());
    }
}
