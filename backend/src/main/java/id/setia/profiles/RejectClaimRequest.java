package id.setia.profiles;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who says that a membership is not theirs. */
@Serdeable
@Schema(description = "Somebody who says that the membership behind their phone is not theirs.")
public record RejectClaimRequest(
        @NotNull @Size(max = 100) @Schema(description = "The token that proving the phone gave.", example = "nQ3x5c0kV8JrYl2mT7wZb1uHs9eDfGaP4oRiNqXyKtM")
                String token) {

    @Override
    public String toString() {
        return "RejectClaimRequest[]";
    }
}
