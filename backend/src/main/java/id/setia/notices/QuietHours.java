package id.setia.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When members are not disturbed: before 08:00 and from 20:00, where they are. */
final class QuietHours {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private QuietHours() {}

    /** The next 09:00; the moment itself at 09:00. */
    static Instant nextNine(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        ZonedDateTime nine = local.with(NINE);
        return (nine.isBefore(local) ? local.plusDays(1).with(NINE) : nine).toInstant();
    }

    /** The moment itself where it disturbs nobody, else the next morning. */
    static Instant after(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.with(MORNING).toInstant();
        }
        return local.toLocalTime().isBefore(EVENING)
                ? moment
                : local.plusDays(1).with(MORNING).toInstant();
    }
}
