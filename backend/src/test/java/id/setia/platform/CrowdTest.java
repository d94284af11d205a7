package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How many requests are let in, with a patience of a second. */
class CrowdTest {

    private static final int LEAST = 10;
    private static final int MANY = 1_000;

    private int aside;
    private final Crowd crowd = new Crowd(new CrowdSettings(Duration.ofSeconds(1), LEAST), () -> aside, 0);
    private long now;

    private void come(int many) {
        for (int each = 0; each < many; each++) {
            crowd.comes();
        }
    }

    private void areAnswered(int many, int millis) {
        for (int each = 0; each < many; each++) {
            crowd.goes();
            crowd.answered(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private boolean isTooMuchAfter(int millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        return crowd.isTooMuch(now);
    }

    @Test
    void a_sudden_crowd_is_let_in() {
        come(MANY);

        assertThat(isTooMuchAfter(300)).isFalse();
    }

    @Test
    void so_is_any_number_that_is_answered_in_time() {
        for (int round = 0; round < 20; round++) {
            come(MANY);
            areAnswered(MANY, 400);

            assertThat(isTooMuchAfter(250)).isFalse();
        }
    }

    @Test
    void while_answers_are_late_there_are_as_many_in_hand_as_are_answered_in_a_second() {
        come(MANY);
        for (int round = 0; round < 20; round++) {
            come(25);
            areAnswered(25, 3_000);
            isTooMuchAfter(250);
        }

        assertThat(crowd.isTooMuch(now)).isTrue();
        areAnswered(MANY - 100, 3_000);
        assertThat(crowd.isTooMuch(now)).isTrue();
        areAnswered(1, 3_000);
        assertThat(crowd.isTooMuch(now)).isFalse();
    }

    @Test
    void the_least_is_always_let_in() {
        come(LEAST);
        areAnswered(1, 60_000);
        isTooMuchAfter(1_000);

        assertThat(crowd.isTooMuch(now)).isFalse();
        come(1);
        assertThat(crowd.isTooMuch(now)).isTrue();
    }

    @Test
    void where_nothing_is_answered_for_longer_than_the_patience_there_is_a_crowd() {
        come(MANY);

        assertThat(isTooMuchAfter(500)).isFalse();
        assertThat(isTooMuchAfter(400)).isFalse();
        assertThat(isTooMuchAfter(400)).isTrue();
    }

    @Test
    void it_is_over_once_answers_are_in_time_again() {
        come(MANY);
        areAnswered(1, 2_000);
        assertThat(isTooMuchAfter(250)).isTrue();

        areAnswered(MANY / 2, 100);

        assertThat(isTooMuchAfter(250)).isFalse();
    }

    @Test
    void one_who_sends_a_large_file_is_not_a_crowd() {
        come(MANY);
        areAnswered(100, 20);
        areAnswered(1, 600_000);

        assertThat(isTooMuchAfter(250)).isFalse();
    }

    @Test
    void what_was_before_a_quiet_hour_says_nothing() {
        come(1);
        areAnswered(1, 3_000);
        come(MANY);

        assertThat(isTooMuchAfter(3_600_000)).isFalse();
        assertThat(isTooMuchAfter(250)).isFalse();
    }

    @Test
    void nor_does_one_long_job_in_a_quiet_hour() {
        come(1);
        for (int look = 0; look < 100; look++) {
            isTooMuchAfter(900);
        }
        come(MANY);

        assertThat(isTooMuchAfter(250)).isFalse();
    }

    @Test
    void who_stands_aside_keeps_nobody_out() {
        aside = 150;
        come(150);
        for (int round = 0; round < 20; round++) {
            come(5);
            areAnswered(5, 3_000);
            assertThat(isTooMuchAfter(250)).isFalse();
        }

        come(LEAST);
        assertThat(crowd.isTooMuch(now)).isFalse();
        come(LEAST);
        assertThat(crowd.isTooMuch(now)).isTrue();
    }

    @Test
    void no_patience_at_all_is_refused() {
        assertThatThrownBy(() -> new CrowdSettings(Duration.ofMillis(9), LEAST))
                .hasMessageContaining("setia.requests.patience");
    }
}
