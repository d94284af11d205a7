package id.setia.imports;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Points of another system.
 *
 * @param points 1 to 1,000,000,000,000
 * @param lastDay the last day they can be used; empty when they never lapse
 */
record OpeningLot(long points, Optional<LocalDate> lastDay) {

    boolean isExpired(LocalDate today) {
        return lastDay.filter(day -> day.isBefore(today)).isPresent();
    }

    /** As the file may write it. */
    String text() {
        return points + "@" + lastDay.map(LocalDate::toString).orElse("");
    }
}
