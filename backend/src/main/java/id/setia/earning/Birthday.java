package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;

/** How near a birthday must be. Who was born on 29 February has it on the 28th in years without that day. */
@Serdeable
public enum Birthday {
    /** On the day. */
    @JsonProperty("day")
    DAY,
    /** In the week, Monday to Sunday, in which it falls. */
    @JsonProperty("week")
    WEEK,
    /** In the month. */
    @JsonProperty("month")
    MONTH;

    boolean isNear(LocalDate born, LocalDate day) {
        return switch (this) {
            case DAY -> in(born, day.getYear()).equals(day);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield IntStream.range(0, 7)
                        .mapToObj(monday::plusDays)
                        .anyMatch(other -> in(born, other.getYear()).equals(other));
            }
            case MONTH -> born.getMonth() == day.getMonth();
        };
    }

    private static LocalDate in(LocalDate born, int year) {
        return MonthDay.from(born).atYear(year);
    }
}
