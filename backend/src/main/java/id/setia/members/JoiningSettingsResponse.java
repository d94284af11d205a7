package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Who may join. */
@Serdeable
@Schema(description = "Who may join.")
public record JoiningSettingsResponse(
        @Schema(description = "Least age in whole years, 0 for any.", example = "13") int minimumAge,
        @Schema(
                        description = "Whether somebody who gives no day of birth must say that they are old enough.",
                        example = "true")
                boolean ageConfirmation) {

    /** The policy as the API tells it. */
    public static JoiningSettingsResponse of(JoiningPolicy policy) {
        return new JoiningSettingsResponse(policy.minimumAge(), policy.ageConfirmation());
    }
}
