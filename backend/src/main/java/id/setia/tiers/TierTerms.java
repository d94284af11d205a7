package id.setia.tiers;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A tier as staff write and read it. */
@Serdeable
@Schema(description = "A tier: its name and what reaches it.")
public record TierTerms(
        @NotNull @Size(max = 20) @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @NotNull @Schema(description = "Name shown to members, at most 30 characters.") LocalText name,
        @NotNull @Valid @Schema(description = "Average monthly spend that reaches it; 0 for the lowest.") Money threshold) {

    static TierTerms of(Tier tier, Program program) {
        return new TierTerms(tier.code(), tier.name(), program.money(tier.threshold()));
    }
}
