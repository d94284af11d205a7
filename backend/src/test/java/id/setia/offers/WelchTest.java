package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchTest {

    @ParameterizedTest(name = "{0} degrees of freedom: {1}")
    @CsvSource({"1, 12.7062", "2, 4.3027", "5, 2.5706", "10, 2.2281", "30, 2.0423", "120, 1.9799", "100000, 1.9600"})
    void the_quantiles_are_those_of_the_tables(double degrees, double quantile) {
        assertThat(StudentT.within(0.95, degrees)).isCloseTo(quantile, within(0.0001));
    }

    /** R's sleep data, t.test(extra ~ group): t = -1.8608, df = 17.776, interval -3.3654832 to 0.2054832. */
    @Test
    void the_interval_of_a_known_example_is_the_known_one() {
        Welch welch = Welch.of(
                sample(7, -16, -2, -12, -1, 34, 37, 8, 0, 20), sample(19, 8, 11, 1, -1, 44, 55, 16, 46, 34));

        assertThat(welch.difference()).isCloseTo(-15.8, within(1e-9));
        assertThat(welch.low()).isCloseTo(-33.654832, within(1e-5));
        assertThat(welch.high()).isCloseTo(2.054832, within(1e-5));
    }

    @Test
    void equal_spend_everywhere_leaves_no_doubt() {
        Welch welch = Welch.of(sample(5, 5, 5), sample(3, 3));

        assertThat(welch).isEqualTo(new Welch(2, 2, 2));
    }

    private static Welch.Sample sample(long... spends) {
        return new OfferGroup(
                        spends.length,
                        0,
                        BigDecimal.valueOf(Arrays.stream(spends).sum()),
                        BigDecimal.valueOf(Arrays.stream(spends).map(spend -> spend * spend).sum()))
                .sample();
    }
}
