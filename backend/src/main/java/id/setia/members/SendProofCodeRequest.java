package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Which of the member's contacts a code goes to. */
@Serdeable
@Schema(description = "Which of the member's proven contacts a code goes to.")
public record SendProofCodeRequest(
        @NotNull
                @Pattern(regexp = "email|phone")
                @Schema(
                        description = "The contact.",
                        allowableValues = {"email", "phone"},
                        example = "email")
                String kind) {}
