package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A contact that the member wants to have. */
@Serdeable
@Schema(description = "A contact that the member wants to have.")
public record ChangeContactRequest(
        @NotNull
                @Size(max = 254)
                @Schema(description = "An e-mail address, or a phone number in any usual form.", example = "0812-3456-7890")
                String contact,
        @NotNull @Valid @Schema(description = "Proof that it is the member who asks.") ProofRequest proof) {

    @Override
    public String toString() {
        return "ChangeContactRequest[]";
    }
}
