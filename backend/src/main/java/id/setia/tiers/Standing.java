package id.setia.tiers;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A change of a member's tier.
 *
 * @param effectiveFrom when it takes effect, business time
 * @param recordedAt when it was written; of two that take effect at once the later recorded holds
 * @param runMonth the month whose run it belongs to
 */
record Standing(
        UUID id,
        UUID memberId,
        Instant effectiveFrom,
        Instant recordedAt,
        String tierCode,
        StandingCause cause,
        YearMonth runMonth,
        StandingReason reason) {}
