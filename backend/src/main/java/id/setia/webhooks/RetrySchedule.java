package id.setia.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When an event that was not taken is sent again: soon at first, then ever later, for three days in all. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait after so many attempts that failed, up to a fifth longer than planned, so that not all come back at
     * once.
     *
     * @param wish how long the receiver asked to wait; heard for up to a day, and never earlier than planned
     * @return empty when that was the last attempt
     */
    Optional<Duration> pause(int attempts, Optional<Duration> wish) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration planned = PAUSES.get(attempts - 1);
        Duration heard = wish.map(RetrySchedule::heard).filter(wanted -> wanted.compareTo(planned) > 0).orElse(planned);
        return Optional.of(heard.plusMillis((long) (heard.toMillis() * JITTER * random.nextDouble())));
    }

    /** A receiver's wish, as far as it is heard. */
    static Duration heard(Duration wish) {
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
