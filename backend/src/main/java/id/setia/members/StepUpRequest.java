package id.setia.members;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** Proof once more that a signed-in member is themselves. */
@Serdeable
@Schema(description = "Proof once more that a signed-in member is themselves: their PIN, or their password or a fresh code.")
public record StepUpRequest(
        @Nullable @Size(max = 20) @Schema(description = "The member's PIN.", example = "493817") String pin,
        @Nullable @Valid @Schema(description = "Their password, or a fresh code.") ProofRequest proof) {

    @Override
    public String toString() {
        return "StepUpRequest[]";
    }
}
