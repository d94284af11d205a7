package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/** When points lapse, in the programme's time. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExpiryPolicy.Never.class, name = "never"),
    @JsonSubTypes.Type(value = ExpiryPolicy.EndOfMonth.class, name = "end_of_month"),
    @JsonSubTypes.Type(value = ExpiryPolicy.MonthsAfter.class, name = "months_after"),
    @JsonSubTypes.Type(value = ExpiryPolicy.FixedDate.class, name = "fixed_date"),
    @JsonSubTypes.Type(value = ExpiryPolicy.Inactivity.class, name = "inactivity")
})
public sealed interface ExpiryPolicy {

    /** Never. */
    @Serdeable
    record Never() implements ExpiryPolicy {}

    /**
     * At the end of the month so many months after the one they were earned in.
     *
     * @param months 0 for the month of earning itself
     */
    @Serdeable
    record EndOfMonth(int months) implements ExpiryPolicy {}

    /**
     * So many months after the very moment they were earned; at the end of a shorter month on its last day.
     *
     * @param months 1 or more
     */
    @Serdeable
    record MonthsAfter(int months) implements ExpiryPolicy {}

    /**
     * At the end of one day of the year, the next that is far enough away; 29 February is the 28th in other years.
     *
     * @param leastDays how many days must lie between earning and that day, 0 or more
     */
    @Serdeable
    record FixedDate(int month, int day, int leastDays) implements ExpiryPolicy {}

    /**
     * Once the member has neither earned nor used points for so many months; each act moves the date on.
     *
     * @param months 1 or more
     */
    @Serdeable
    record Inactivity(int months) implements ExpiryPolicy {}

    /**
     * The policy of rules that say only months.
     *
     * @param months 0 when points never lapse
     */
    static ExpiryPolicy ofMonths(int months) {
        return months == 0 ? new Never() : new EndOfMonth(months);
    }

    /**
     * The first moment at which points that lapse some months after the end of their month are gone.
     *
     * @param months 0 when points never lapse
     */
    static Optional<Instant> expiresAt(Instant earnedAt, int months, ZoneId programZone) {
        return ofMonths(months).expiresAt(earnedAt, programZone);
    }

    /** The first moment at which they are gone; empty when never, or when the member's activity decides. */
    default Optional<Instant> expiresAt(Instant earnedAt, ZoneId programZone) {
        return switch (this) {
            case Never never -> Optional.empty();
            case EndOfMonth end -> Optional.of(YearMonth.from(earnedAt.atZone(programZone))
                    .plusMonths(end.months() + 1L)
                    .atDay(1)
                    .atStartOfDay(programZone)
                    .toInstant());
            case MonthsAfter after ->
                Optional.of(earnedAt.atZone(programZone).plusMonths(after.months()).toInstant());
            case FixedDate fixed -> Optional.of(next(fixed, earnedAt.atZone(programZone).toLocalDate())
                    .plusDays(1)
                    .atStartOfDay(programZone)
                    .toInstant());
            case Inactivity inactivity -> Optional.empty();
        };
    }

    /** After how many months without activity they lapse; 0 when activity does not count. */
    default int inactivityMonths() {
        return this instanceof Inactivity inactivity ? inactivity.months() : 0;
    }

    private static LocalDate next(FixedDate fixed, LocalDate earned) {
        MonthDay day = MonthDay.of(fixed.month(), fixed.day());
        LocalDate earliest = earned.plusDays(fixed.leastDays());
        LocalDate thisYear = day.atYear(earliest.getYear());
        return thisYear.isBefore(earliest) ? day.atYear(earliest.getYear() + 1) : thisYear;
    }
}
