package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All calendars. */
@Serdeable
@Schema(description = "All calendars.")
public record CalendarListResponse(@Schema(description = "The calendars, by their codes.") List<CalendarResponse> items) {}
