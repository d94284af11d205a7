package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A partner's leaving, asked for. */
@Serdeable
@Schema(description = "A partner's leaving, asked for.")
record LeavePartnerRequest(
        @NotNull
                @Schema(
                        description = "The first day, programme time, on which its purchases earn nothing; today or later.",
                        example = "2027-01-01")
                LocalDate leavesOn,
        @NotNull @Size(min = 1, max = 400)
                @Schema(description = "Why, for who decides, 1 to 400 characters.", example = "Kontrak berakhir akhir tahun")
                String reason) {}
