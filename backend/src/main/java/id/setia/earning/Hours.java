package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalTime;

/**
 * A span of the day.
 *
 * @param from the first moment
 * @param until the first moment after; earlier than the beginning when the span crosses midnight, the same, in older rules
 *     alone, when it lasts a day
 */
@Serdeable
public record Hours(LocalTime from, LocalTime until) {

    private boolean crossesMidnight() {
        return !until.isAfter(from);
    }

    boolean lastsADay() {
        return until.equals(from);
    }

    boolean contains(LocalTime time) {
        return crossesMidnight()
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }

    /** Whether the moment, which it contains, lies behind the midnight it crosses. */
    boolean beganTheDayBefore(LocalTime time) {
        return crossesMidnight() && time.isBefore(until);
    }
}
