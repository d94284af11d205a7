package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Days that follow each other. */
@Serdeable
@Schema(description = "Days that follow each other, in the store's own time.")
public record CalendarSpan(
        @NotNull @Schema(description = "The first day.", example = "2027-02-08") LocalDate from,
        @Nullable @Schema(description = "The last day; the first when absent.", example = "2027-03-09") LocalDate until) {}
