package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A dated list that rules name. */
@Serdeable
@Schema(description = "A dated list that rules name.")
public record CalendarResponse(
        @Schema(description = "The calendar.", example = "cal_01kq5zv4m8e7t9b3x2c1d0f6ga") String calendarId,
        @Schema(description = "Its code.", example = "ramadan") String code,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "Its days, in order of time.") List<CalendarSpan> spans,
        @Schema(description = "Counted up with each change.", example = "2") long version) {

    static CalendarResponse of(Calendar calendar) {
        return new CalendarResponse(
                PublicId.CALENDAR.format(calendar.id()),
                calendar.code(),
                calendar.name(),
                calendar.spans().stream()
                        .map(span -> new CalendarSpan(span.from(), span.until()))
                        .toList(),
                calendar.version());
    }
}
