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
 * @param inactivityMonths after how many months without activity they lapse; 0 when activity does not count
 * @param awaitsConfirmation whether they stay pending until what gave them is confirmed
 */
public record Grant(
        long points,
        UUID funderId,
        Optional<Instant> expiresAt,
        Optional<Instant> releasesAt,
        boolean underReview,
        int inactivityMonths,
        boolean awaitsConfirmation) {

    public Grant(
            long points,
            UUID funderId,
            Optional<Instant> expiresAt,
            Optional<Instant> releasesAt,
            boolean underReview) {
        this(points, funderId, expiresAt, releasesAt, underReview, 0, false);
    }

    public Grant(long points, UUID funderId, Optional<Instant> expiresAt, Optional<Instant> releasesAt) {
        this(points, funderId, expiresAt, releasesAt, false);
    }

    public Grant {
        if (points <= 0) {
            throw new IllegalArgumentException("a grant gives at least one point, not " + points);
        }
    }

    /** Other points under the same terms. */
    public Grant of(long otherPoints) {
        return new Grant(
                otherPoints, funderId, expiresAt, releasesAt, underReview, inactivityMonths, awaitsConfirmation);
    }
}
