package id.setia.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One computation of everybody's scores.
 *
 * @param asOf last of the programme's days that count
 * @param months length of the window
 * @param members how many bought within it, once known
 * @param finishedAt when it was done and came to be seen
 */
record RfmRun(UUID id, LocalDate asOf, int months, long members, RfmCuts cuts, Optional<Instant> finishedAt) {

    /** The first day that counts. */
    LocalDate from() {
        return asOf.plusDays(1).minusMonths(months);
    }
}
