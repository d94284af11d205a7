package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password. */
@Serdeable
@Schema(description = "A new password.")
public record ChangePasswordRequest(
        @NotNull
                @Size(max = 1000)
                @Schema(description = "10 to 128 characters; the commonest passwords are refused.", example = "teh melati panas sekali")
                String newPassword,
        @NotNull @Valid @Schema(description = "Proof that it is the member who asks.") ProofRequest proof) {

    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
