package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A ladder to be tried. */
@Serdeable
@Schema(description = "A ladder to be tried.")
public record PreviewTiersRequest(
        @NotNull
                @Size(min = 1, max = 20)
                @Valid
                @Schema(description = "The tiers from the lowest, their thresholds rising. One that is missing is removed.")
                List<@NotNull @Valid TierTerms> tiers,
        @Nullable @Valid @Schema(description = "How the ladder is climbed; as it is when absent.")
                TierPolicyTerms policy,
        @Nullable
                @Schema(description = "Whether the month under way counts as far as it has come; only months that are over when absent.", example = "false")
                Boolean soFar) {}
