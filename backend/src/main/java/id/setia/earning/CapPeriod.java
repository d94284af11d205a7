package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** For how long a cap counts, in the programme's time; weeks begin on Monday. */
@Serdeable
public enum CapPeriod {
    @JsonProperty("day")
    DAY(40),
    @JsonProperty("week")
    WEEK(12),
    @JsonProperty("month")
    MONTH(6),
    @JsonProperty("year")
    YEAR(3),
    @JsonProperty("ever")
    EVER(1);

    private final int remembered;

    CapPeriod(int remembered) {
        this.remembered = remembered;
    }

    /** How many of the latest periods in which anything was given are remembered. */
    int remembered() {
        return remembered;
    }

    /** The first day of the period in which a day lies. */
    LocalDate begins(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case EVER -> LocalDate.EPOCH;
        };
    }
}
