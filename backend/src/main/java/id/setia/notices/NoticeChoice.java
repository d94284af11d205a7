package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** What a member chooses for a topic. */
@Serdeable
@Schema(description = "What a member chooses for a topic.")
public record NoticeChoice(
        @NotNull
                @Schema(
                        description = "The topic.",
                        allowableValues = {"points_in", "points_out", "expiry", "tier", "cases", "offers", "security"},
                        example = "expiry")
                String topic,
        @NotNull @Schema(description = "By e-mail; must be true for `security`.", example = "true") Boolean email,
        @NotNull @Schema(description = "By a message to the phone.", example = "false") Boolean phone) {}
