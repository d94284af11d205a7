package id.setia.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When points lapse that do so after months without activity. */
final class Inactivity {

    private Inactivity() {}

    /** So long after the last activity, or after they were earned if that was later. The last day counts whole. */
    static Instant end(Instant earnedAt, Optional<Instant> lastActivity, int months, ZoneId programZone) {
        Instant last = lastActivity.filter(earnedAt::isBefore).orElse(earnedAt);
        return LocalDate.ofInstant(last, programZone)
                .plusMonths(months)
                .plusDays(1)
                .atStartOfDay(programZone)
                .toInstant();
    }
}
