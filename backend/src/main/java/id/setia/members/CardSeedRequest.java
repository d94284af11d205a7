package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Which card is to make codes. */
@Serdeable
@Schema(description = "Which of the member's cards is to make codes on this phone.")
public record CardSeedRequest(
        @NotBlank @Size(max = 64) @Schema(description = "Its number.", example = "604212345678") String number) {}
