package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A partner to take into the program. */
@Serdeable
@Schema(description = "A partner to take into the program.")
public record CreatePartnerRequest(
        @NotNull
                @Schema(
                        description = "Short name that never changes: small letters, digits and hyphens, at most 40.",
                        example = "kopi-senja")
                String code,
        @NotNull @Schema(description = "Its name, 1 to 120 characters.", example = "Kopi Senja") String name) {
}
