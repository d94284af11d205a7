package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private final RetrySchedule punctual = new RetrySchedule(() -> 0L);

    @Test
    void pauses_grow_from_seconds_to_a_day_and_end_after_ten_attempts() {
        assertThat(IntStream.rangeClosed(1, 10).mapToObj(attempts -> punctual.pause(attempts, Optional.empty())))
                .containsExactly(
                        Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofHours(2)), Optional.of(Duration.ofHours(5)), Optional.of(Duration.ofHours(10)),
                        Optional.of(Duration.ofHours(14)), Optional.of(Duration.ofHours(20)), Optional.of(Duration.ofHours(24)),
                        Optional.empty());
    }

    @Test
    void jitter_makes_a_pause_up_to_a_fifth_longer_and_never_shorter() {
        RetrySchedule late = new RetrySchedule(() -> -1L);

        assertThat(late.pause(2, Optional.empty()).orElseThrow()).isBetween(Duration.ofSeconds(355), Duration.ofMinutes(6));
    }

    @Test
    void a_wish_to_wait_is_heard_for_a_day_at_most_and_never_shortens_a_pause() {
        assertThat(punctual.pause(1, Optional.of(Duration.ofMinutes(10)))).contains(Duration.ofMinutes(10));
        assertThat(punctual.pause(1, Optional.of(Duration.ofDays(400)))).contains(Duration.ofHours(24));
        assertThat(punctual.pause(4, Optional.of(Duration.ZERO))).contains(Duration.ofHours(2));
    }

    @Test
    void a_receiver_that_seems_down_is_left_alone_ever_longer_up_to_an_hour() {
        EndpointProgress progress = EndpointProgress.from(new UUID(0, 1), 7);
        for (int failure = 1; failure < 10; failure++) {
            progress = progress.failed(NOW, Optional.empty());
        }
        assertThat(progress.isPaused(NOW)).isFalse();

        EndpointProgress tenth = progress.failed(NOW, Optional.empty());
        EndpointProgress twentieth = tenth;
        for (int failure = 11; failure <= 20; failure++) {
            twentieth = twentieth.failed(NOW, Optional.empty());
        }

        assertThat(tenth.pausedUntil()).contains(NOW.plusSeconds(30));
        assertThat(tenth.isDown()).isTrue();
        assertThat(twentieth.pausedUntil()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(twentieth.delivered().isDown()).isFalse();
        assertThat(progress.failed(NOW, Optional.of(Duration.ofMinutes(2))).pausedUntil()).contains(NOW.plusSeconds(120));
        assertThat(twentieth.isGivenUp(NOW.plus(Duration.ofDays(5)))).isTrue();
    }
}
