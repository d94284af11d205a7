package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A span of the programme's calendar in which a member may have so many of a reward; weeks begin on Mondays. */
@Serdeable
public enum LimitPeriod {
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("year")
    YEAR;

    /** The beginning of the period that the moment is in. */
    Instant beginning(Program program, Instant moment) {
        LocalDate day = program.dateOf(moment);
        return program.startOf(switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        });
    }

    /** The beginning of the period after it. */
    Instant next(Program program, Instant moment) {
        LocalDate first = program.dateOf(beginning(program, moment));
        return program.startOf(switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case YEAR -> first.plusYears(1);
        });
    }
}
