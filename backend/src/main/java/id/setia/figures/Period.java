package id.setia.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Over which time figures go: a day, a week from Monday to Sunday, a month of the calendar. */
@Serdeable
@Schema(description = "Over which time figures go: a day, a week from Monday to Sunday, or a month.")
public enum Period {
    @JsonProperty("day")
    DAY(30),
    @JsonProperty("week")
    WEEK(13),
    @JsonProperty("month")
    MONTH(13);

    private final int shown;

    Period(int shown) {
        this.shown = shown;
    }

    static Optional<Period> read(String text) {
        return Arrays.stream(values())
                .filter(period -> period.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** How many of them, up to the one asked for, show where things are going. */
    int shown() {
        return shown;
    }

    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> first(day).plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
