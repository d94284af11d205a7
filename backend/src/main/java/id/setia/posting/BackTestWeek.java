package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** The purchases of one week. */
@Serdeable
@Schema(description = "The purchases of one week, from Monday to Sunday, programme time.")
public record BackTestWeek(
        @Schema(description = "Its Monday.", example = "2026-10-05") LocalDate monday,
        @Schema(description = "Points that the rules of then give.", example = "14200") long pointsBefore,
        @Schema(description = "Points they would have given with the rule that is tried.", example = "16850")
                long pointsWith) {

    static BackTestWeek none(LocalDate monday) {
        return new BackTestWeek(monday, 0, 0);
    }

    BackTestWeek plus(long before, long with) {
        return new BackTestWeek(monday, pointsBefore + before, pointsWith + with);
    }
}
