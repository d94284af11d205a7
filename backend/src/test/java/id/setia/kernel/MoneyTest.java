package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"25000,IDR,2500000", "25000.00,IDR,2500000", "0.5,GBP,50", "-12.34,GBP,-1234", "700,JPY,700"})
    void amounts_are_read_into_smallest_units(String amount, String currency, long minor) {
        assertThat(new Money(amount, currency).minor(currency, "/total")).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "1e5,decimal_malformed", "1.,decimal_malformed", "'',decimal_malformed", "0x10,decimal_malformed",
        "NaN,decimal_malformed", "9999999999999999,amount_too_large", "-12345678901234567890.50,amount_too_large",
        "0000000000000001,decimal_malformed", "1.234,decimal_too_precise",
        "1000000000001,amount_too_large"
    })
    void anything_else_is_refused_at_its_place(String amount, String code) {
        assertThatThrownBy(() -> new Money(amount, "GBP").minor("GBP", "/total"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/total/amount");
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }

    @Test
    void another_currency_is_never_converted() {
        assertThatThrownBy(() -> new Money("1", "USD").minor("IDR", "/total"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo("currency_not_program")));
    }

    @Test
    void whole_amounts_are_shown_without_a_point() {
        assertThat(Money.ofMinor(2_500_000, "IDR").amount()).isEqualTo("25000");
        assertThat(Money.ofMinor(1250, "GBP").amount()).isEqualTo("12.50");
        assertThat(Money.ofMinor(-5, "GBP").amount()).isEqualTo("-0.05");
    }
}
