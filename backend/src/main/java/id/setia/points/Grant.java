package id.setia.points;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points to be given, as one lot.
 *
 * @param points more than 0
 * @param expiresAt the moment they lapse, empty when never
 * @param releasesAt the moment they become available, empty when at once
 * @param underReview whether they stay pending until somebody has looked at them
 */
public record Grant(
        long points,
        UUID funderId,
        Optional<Instant> expiresAt,
        Optional<Instant> releasesAt,
        boolean underReview) {

    public Grant(long points, UUID funderId, Optional<Instant> expiresAt, Optional<Instant> releasesAt) {
        this(points, funderId, expiresAt, releasesAt, false);
    }

    public Grant {
        if (points <= 0) {
            throw new IllegalArgumentException("a grant gives at least one point, not " + points);
        }
    }
}
