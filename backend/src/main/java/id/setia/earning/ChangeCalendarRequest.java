package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A calendar written anew. */
@Serdeable
@Schema(description = "A calendar written anew; its code stays.")
public record ChangeCalendarRequest(
        @NotNull @Schema(description = "Its name, at most 80 characters.") LocalText name,
        @NotNull @Valid @Size(max = 400) @Schema(description = "Its days; spans may meet but not overlap.")
                List<CalendarSpan> spans) {}
