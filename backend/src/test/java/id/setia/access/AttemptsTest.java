package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@SetiaTest
class AttemptsTest {

    private static final AttemptKind KIND = AttemptKind.PASSWORD_CHECK;

    @Inject
    Attempts attempts;

    private final String subject = UUID.randomUUID().toString();

    private void make(int times, Supplier<String> attempt, ProblemCode answer) {
        for (int each = 0; each < times; each++) {
            assertThatThrownBy(() -> attempts.take(KIND, subject, attempt))
                    .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.code()).isEqualTo(answer));
        }
    }

    private static Supplier<String> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    @Test
    void those_that_were_answered_count_whatever_the_answer() {
        assertThat(attempts.take(KIND, subject, () -> "wrong")).isEqualTo("wrong");
        make(KIND.most() - 1, failing(Problem.of(ProblemCode.VALIDATION_FAILED)), ProblemCode.VALIDATION_FAILED);

        make(1, () -> "right", ProblemCode.TOO_MANY_ATTEMPTS);
    }

    @Test
    void those_that_were_not_made_because_too_much_was_going_on_do_not() {
        make(2 * KIND.most(), failing(Problem.of(ProblemCode.TRY_AGAIN_LATER)), ProblemCode.TRY_AGAIN_LATER);

        assertThat(attempts.take(KIND, subject, () -> "right")).isEqualTo("right");
    }

    @Test
    void nor_do_those_that_broke() {
        for (int each = 0; each < 2 * KIND.most(); each++) {
            assertThatThrownBy(() -> attempts.take(KIND, subject, failing(new IllegalStateException("broken"))))
                    .hasMessage("broken");
        }

        assertThat(attempts.take(KIND, subject, () -> "right")).isEqualTo("right");
    }
}
