package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Proof for taking a contact away. */
@Serdeable
@Schema(description = "Proof for taking a contact away.")
public record RemoveContactRequest(
        @NotNull @Valid @Schema(description = "Proof that it is the member who asks.") ProofRequest proof) {}
