package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The ladder as it is to be. */
@Serdeable
@Schema(description = "The ladder as it is to be: all its tiers, with their names and thresholds.")
public record WriteTiersRequest(
        @NotNull
                @Size(min = 1, max = 20)
                @Valid
                @Schema(description = "The tiers from the lowest, their thresholds rising. One that is missing is removed: its members fall to the next lower one at the next evaluation.")
                List<@NotNull @Valid TierTerms> tiers,
        @Nullable @Valid @Schema(description = "How the ladder is climbed; as before when absent.")
                TierPolicyTerms policy) {}
