package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A member's new PIN. */
@Serdeable
@Schema(description = "A member's new PIN for using points at a till.")
public record ChangePinRequest(
        @NotNull @Size(min = 6, max = 6) @Schema(description = "Six digits, not all the same and not in a row.", example = "493817")
                String pin,
        @NotNull @Valid @Schema(description = "Proof that it is the member.") ProofRequest proof) {

    @Override
    public String toString() {
        return "ChangePinRequest[]";
    }
}
