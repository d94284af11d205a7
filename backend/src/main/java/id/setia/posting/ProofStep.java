package id.setia.posting;

import id.setia.members.SpendingProofKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** Which proofs count from a number of points on. */
@Serdeable
@Schema(description = "Which proofs count from a number of points on, up to the next step.")
public record ProofStep(
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "From how many points at once.", example = "1") Long fromPoints,
        @NotEmpty @Schema(description = "Any of these counts: `card_code`, `one_time_code`, `pin`.", example = "[\"card_code\", \"pin\"]")
                Set<@NotNull SpendingProofKind> kinds) {}
