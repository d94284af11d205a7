package id.setia.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Beginning to set up a second factor. */
@Serdeable
@Schema(description = "Beginning to set up a second factor.")
public record StartSecondFactorRequest(
        @Nullable @Size(max = 30) @Schema(description = "A code of the second factor there is, which the new one will replace.", example = "492039")
                String code) {

    @Override
    public String toString() {
        return "StartSecondFactorRequest[]";
    }
}
