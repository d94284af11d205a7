package id.setia.posting;

import id.setia.members.SpendingProof;
import id.setia.members.SpendingProofKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Proof that the member is there. */
@Serdeable
@Schema(description = "Proof that the member is there: the text of the QR of their card with its changing code, a code that was sent to them, or their PIN.")
public record SpendingProofRequest(
        @NotNull @Schema(description = "`card_code`, `one_time_code` or `pin`.", example = "card_code") SpendingProofKind kind,
        @NotBlank @Size(max = 120) @Schema(description = "The text of the QR, the code, or the PIN.", example = "S1.604212345678.493817")
                String code) {

    SpendingProof proof() {
        return new SpendingProof(kind, code);
    }

    @Override
    public String toString() {
        return "SpendingProofRequest[]";
    }
}
