package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How long one person alone may give a tier for. */
@Serdeable
@Schema(description = "How long one person alone may give a tier for; beyond it an administrator has to say yes.")
public record TierGrantPolicy(
        @NotNull @Min(0) @Max(120) @Schema(description = "Months from today; with 0 each needs a second person.", example = "3")
                Integer monthsAlone) {

    /** Name of the setting. */
    static final String SETTING = "tiers.grants";

    /** What a new programme begins with. */
    static final TierGrantPolicy USUAL = new TierGrantPolicy(3);
}
