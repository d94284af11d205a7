package id.setia.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests each caller has left this minute, on this node. */
@Singleton
class RateLimits {

    /** Beyond so many callers, those who have all their requests left are forgotten. */
    private static final int MOST_CALLERS = 50_000;
    private static final int SWEEP_EVERY = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /** Takes one request of the caller's. */
    Taken take(String caller, int perMinute) {
        Bucket bucket = buckets.computeIfAbsent(caller, ignored -> {
            made.incrementAndGet();
            return bucket(perMinute);
        });
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        sweep(perMinute);
        return new Taken(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                secondsUp(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(perMinute).refillGreedy(perMinute, WINDOW).build())
                .build();
    }

    private void sweep(int perMinute) {
        if (buckets.size() > MOST_CALLERS && made.get() > SWEEP_EVERY) {
            made.set(0);
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
        }
    }

    private static long secondsUp(long nanos) {
        return Math.max(1, (nanos + 999_999_999L) / 1_000_000_000L);
    }

    /**
     * What became of one request.
     *
     * @param granted whether it may go on
     * @param seconds until the whole quota is back, or until the next request is taken
     */
    record Taken(boolean granted, int perMinute, long remaining, long seconds) {

        String policy() {
            return "\"minute\";q=" + perMinute + ";w=" + WINDOW.toSeconds();
        }

        String state() {
            return "\"minute\";r=" + remaining + ";t=" + seconds;
        }
    }
}
