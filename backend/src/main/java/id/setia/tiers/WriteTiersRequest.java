package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The ladder as it is to be. */
@Serdeable
@Schema(description = "The ladder as it is to be: the tiers there are, with their names and thresholds.")
public record WriteTiersRequest(
        @NotNull @Size(min = 1, max = 20) @Valid @Schema(description = "The tiers from the lowest, their thresholds rising.")
                List<@NotNull @Valid TierTerms> tiers) {}
