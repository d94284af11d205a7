package id.setia.points;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A lot as it stood at an earlier place in the ledger.
 *
 * @param expiresAt of points that lapse by inactivity, by the last activity so far
 * @param byInactivity whether activity still puts it off
 * @param granted how many points it began with; 0 where they had a lot before, and were counted there
 * @param lapsed how many of them had expired unspent
 */
public record PastLot(
        UUID memberId,
        UUID funderId,
        Optional<Instant> expiresAt,
        boolean byInactivity,
        long granted,
        long available,
        long pending,
        long held,
        long lapsed) {}
