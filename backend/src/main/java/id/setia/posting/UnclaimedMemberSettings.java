package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How long a membership may stay unclaimed. */
@Serdeable
@Schema(description = "How long a membership begun at a till is kept when nobody claims it.")
public record UnclaimedMemberSettings(
        @NotNull
                @Min(1)
                @Max(60)
                @Schema(description = "Months after the enrolment or the last purchase, whichever is later.", example = "12")
                Integer months) {}
