package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A new calendar. */
@Serdeable
@Schema(description = "A new calendar.")
public record CreateCalendarRequest(
        @NotNull
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 60)
                @Schema(description = "Stable code, unique.", example = "ramadan")
                String code,
        @NotNull @Schema(description = "Its name, at most 80 characters.") LocalText name,
        @NotNull @Valid @Size(max = 400) @Schema(description = "Its days; spans may meet but not overlap.")
                List<CalendarSpan> spans) {}
