package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new PasswordCost());

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @Test
    void a_hash_costs_as_much_as_owasp_asks_and_has_a_salt_of_its_own() {
        String hash = passwords.hash("rahasia-benar");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("rahasia-benar")).isNotEqualTo(hash);
    }

    @Test
    void only_the_same_password_fits_however_its_letters_were_composed() {
        Optional<String> hash = Optional.of(passwords.hash("caf\u00e9-rahasia"));

        assertThat(passwords.verify("cafe\u0301-rahasia", hash)).isTrue();
        assertThat(passwords.verify("cafe-rahasia", hash)).isFalse();
    }

    @Test
    void whose_turn_comes_late_is_asked_to_come_again() {
        Passwords hasty = new Passwords(new PasswordCost(), Duration.ofNanos(1));
        try {
            assertThatThrownBy(() -> hasty.hash("rahasia-benar"))
                    .isInstanceOfSatisfying(Problem.class, late -> assertThat(late.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
        } finally {
            hasty.stop();
        }
    }

    @Test
    void who_has_no_password_is_refused_after_as_much_work() {
        assertThat(passwords.verify("apa saja", Optional.empty())).isFalse();
    }
}
