package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose password was forgotten. */
@Serdeable
@Schema(description = "Whose password was forgotten.")
public record ForgottenPasswordRequest(
        @NotBlank @Size(max = 254) @Schema(description = "The e-mail address they sign in with.", example = "rina@example.com")
                String email) {

    @Override
    public String toString() {
        return "ForgottenPasswordRequest[]";
    }
}
