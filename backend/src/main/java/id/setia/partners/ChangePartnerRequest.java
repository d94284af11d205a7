package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A partner as it should be. */
@Serdeable
@Schema(description = "A partner as it should be.")
public record ChangePartnerRequest(
        @NotNull @Schema(description = "Its name, 1 to 120 characters.", example = "Kopi Senja") String name,
        @NotNull
                @Schema(
                        description = "`active` or `ended`; of one that leaves `leaving` leaves it so, and `active` takes it back. The systems of an ended partner are refused; the owner of the program cannot end.",
                        allowableValues = {"active", "leaving", "ended"},
                        example = "active")
                String state) {
}
