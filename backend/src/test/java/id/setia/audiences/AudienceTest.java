package id.setia.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.Json;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@SetiaTest
class AudienceTest {

    @Inject
    Json json;

    @Test
    void everyone_is_everyone() {
        assertThat(new Audience.Everyone().matches(facts("red", null, Month.MAY))).isTrue();
    }

    @Test
    void tiers_are_those_named() {
        Audience audience = new Audience.InTiers(List.of("gold", "priority"));

        assertThat(audience.matches(facts("gold", null, Month.MAY))).isTrue();
        assertThat(audience.matches(facts("red", null, Month.MAY))).isFalse();
    }

    @ParameterizedTest(name = "born {0} in {1}: {2}")
    @CsvSource({
        "1990-05-31, MAY, true",
        "1990-05-31, JUNE, false",
        "1992-02-29, FEBRUARY, true",
        "1992-02-29, MARCH, false",
    })
    void a_birthday_is_in_its_month(LocalDate born, Month month, boolean matches) {
        assertThat(new Audience.BirthdayThisMonth().matches(facts("red", born, month))).isEqualTo(matches);
    }

    @Test
    void no_birth_date_is_no_birthday() {
        assertThat(new Audience.BirthdayThisMonth().matches(facts("red", null, Month.MAY))).isFalse();
    }

    static List<Audience> audiences() {
        return List.of(
                new Audience.Everyone(),
                new Audience.InTiers(List.of("gold")),
                new Audience.BirthdayThisMonth(),
                new Audience.Saved(new UUID(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void an_audience_is_kept_as_data(Audience audience) {
        assertThat(json.read(json.write(audience), Audience.class)).isEqualTo(audience);
    }

    private static AudienceFacts facts(String tier, LocalDate born, Month month) {
        return new AudienceFacts(tier, Optional.ofNullable(born), month, Set.of());
    }
}
