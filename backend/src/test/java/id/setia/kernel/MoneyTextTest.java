package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "210000000 | IDR | Rp2.100.000 | Rp2,100,000",
                "150      | IDR | Rp1,50 | Rp1.50",
                "-2500000  | IDR | -Rp25.000 | -Rp25,000",
                "0         | IDR | Rp0 | Rp0",
                "199900    | GBP | £1.999 | £1,999",
                "199950    | GBP | £1.999,50 | £1,999.50",
            })
    void money_has_its_sign_without_a_space_and_no_empty_digits(
            long minor, String currency, String indonesian, String english) {
        assertThat(MoneyText.of(minor, currency)).isEqualTo(LocalText.of(indonesian, english));
    }

    @Test
    void a_currency_without_a_sign_shows_its_code_tied_to_the_figure() {
        assertThat(MoneyText.in("en", 12500, "CHF")).isEqualTo("CHF\u00A0125");
    }

    @Test
    void numbers_have_the_groups_of_their_language() {
        assertThat(MoneyText.number(12480)).isEqualTo(LocalText.of("12.480", "12,480"));
    }

    @Test
    void parts_of_a_date_do_not_break() {
        assertThat(DateText.day(LocalDate.of(2026, 8, 30))).isEqualTo(LocalText.of("30\u00A0Agustus", "30\u00A0August"));
        assertThat(DateText.month(YearMonth.of(2026, 5))).isEqualTo(LocalText.of("Mei\u00A02026", "May\u00A02026"));
    }
}
