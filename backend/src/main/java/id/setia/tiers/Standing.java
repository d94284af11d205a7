package id.setia.tiers;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a member's tier.
 *
 * @param effectiveFrom when it takes effect, business time
 * @param recordedAt when it was written; of two that take effect at once the later recorded holds
 * @param runMonth the month whose run it belongs to
 * @param holdsUntil the moment before which no run may lower it; empty where any run may
 */
record Standing(
        UUID id,
        UUID memberId,
        Instant effectiveFrom,
        Instant recordedAt,
        String tierCode,
        StandingCause cause,
        YearMonth runMonth,
        StandingReason reason,
        Optional<Instant> holdsUntil) {

    Standing(
            UUID id,
            UUID memberId,
            Instant effectiveFrom,
            Instant recordedAt,
            String tierCode,
            StandingCause cause,
            YearMonth runMonth,
            StandingReason reason) {
        this(id, memberId, effectiveFrom, recordedAt, tierCode, cause, runMonth, reason, Optional.empty());
    }

    /** Whether it is in effect at the moment and no run may lower it then. */
    boolean holdsAt(Instant moment) {
        return !effectiveFrom.isAfter(moment) && holdsUntil.filter(moment::isBefore).isPresent();
    }
}
