package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Who should be able to join. */
@Serdeable
@Schema(description = "Who should be able to join.")
public record JoiningSettingsRequest(
        @NotNull @Min(0) @Max(JoiningPolicy.OLDEST) @Schema(description = "Least age in whole years, 0 for any, 21 at most.", example = "13")
                Integer minimumAge,
        @NotNull
                @Schema(
                        description = "Whether somebody who gives no day of birth must say that they are old enough.",
                        example = "true")
                Boolean ageConfirmation) {}
