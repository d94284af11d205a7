package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** What a point counts for in the books from a day on. */
@Serdeable
@Schema(description = "What a point counts for in the books from a day on.")
record SetAccountingValueRequest(
        @NotNull
                @Schema(
                        description = "The first day, programme time; not in a month that is closed.",
                        example = "2026-12-01")
                LocalDate validFrom,
        @NotNull
                @Schema(
                        description = "Money per point in major units of the program's currency: a decimal string with at most 6 digits after the point, 0 or more.",
                        example = "9.5")
                String value) {}
