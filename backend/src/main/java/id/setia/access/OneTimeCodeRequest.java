package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A one-time code. */
@Serdeable
@Schema(description = "A one-time code.")
public record OneTimeCodeRequest(
        @NotBlank @Size(max = 30) @Schema(description = "Six digits of the authenticator app, or a recovery code.", example = "492039")
                String code) {

    @Override
    public String toString() {
        return "OneTimeCodeRequest[]";
    }
}
