package id.setia.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an endpoint is, and how it fares; also the row.
 *
 * @param position up to which the feed was looked through for it
 * @param failures in a row
 * @param failingSince when the first of them was
 * @param pausedUntil until when nothing is sent, where it asked for that or is down
 */
record EndpointProgress(
        UUID endpointId, long position, int failures, Optional<Instant> failingSince, Optional<Instant> pausedUntil) {

    private static final int DOWN_FROM = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    static EndpointProgress from(UUID endpointId, long position) {
        return new EndpointProgress(endpointId, position, 0, Optional.empty(), Optional.empty());
    }

    EndpointProgress at(long newPosition) {
        return new EndpointProgress(endpointId, newPosition, failures, failingSince, pausedUntil);
    }

    EndpointProgress delivered() {
        return from(endpointId, position);
    }

    /** After a failure: a receiver that seems down, or asks to be left alone, is left alone for up to an hour. */
    EndpointProgress failed(Instant now, Optional<Duration> wish) {
        int inARow = failures + 1;
        Optional<Duration> down = inARow < DOWN_FROM
                ? Optional.empty()
                : Optional.of(FIRST_PAUSE.multipliedBy(1L << Math.min(inARow - DOWN_FROM, 10)));
        Optional<Instant> until = wish.or(() -> down)
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                .map(now::plus);
        return new EndpointProgress(endpointId, position, inARow, failingSince.or(() -> Optional.of(now)), until);
    }

    boolean isPaused(Instant now) {
        return pausedUntil.filter(now::isBefore).isPresent();
    }

    /** Whether it seems down, so that one event at a time is tried. */
    boolean isDown() {
        return failures >= DOWN_FROM;
    }

    /** Whether nothing was delivered for so long that nobody seems to want it any more. */
    boolean isGivenUp(Instant now) {
        return failingSince.filter(since -> !now.isBefore(since.plus(GIVEN_UP_AFTER))).isPresent();
    }
}
