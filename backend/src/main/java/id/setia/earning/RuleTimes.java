package id.setia.earning;

import id.setia.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When what staff publish takes effect: far enough ahead for every node to know it, and not beyond reason. */
final class RuleTimes {

    static final Duration AHEAD = Duration.ofSeconds(30);

    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private RuleTimes() {}

    /**
     * The moment asked for, or the first possible one.
     *
     * @param asked null for as soon as possible
     * @param pointer where it stands in the request
     */
    static Instant effective(Instant asked, String pointer, Instant now) {
        Instant soonest = now.plus(AHEAD);
        if (asked == null) {
            return soonest;
        }
        if (asked.isBefore(soonest)) {
            throw Problem.invalid(pointer, "start_too_early", AHEAD.toSeconds());
        }
        return notTooFar(asked, pointer, now);
    }

    /** An end after the beginning; null while open. */
    static Instant end(Instant asked, Instant from, String pointer, Instant now) {
        if (asked == null) {
            return null;
        }
        if (!asked.isAfter(from)) {
            throw Problem.invalid(pointer, "end_before_start");
        }
        return notTooFar(asked, pointer, now);
    }

    private static Instant notTooFar(Instant asked, String pointer, Instant now) {
        if (asked.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid(pointer, "too_far_ahead");
        }
        return asked.truncatedTo(ChronoUnit.MICROS);
    }
}
