package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0812-3456-7890",
                "081234567890",
                "0812 3456 7890",
                "(0812) 3456 7890",
                "0812.3456.7890",
                "0812–3456–7890",
                " 0812\u00a03456\u00a07890 ",
                "+62 812 3456 7890",
                "+62-812-3456-7890",
                "+62 (0)812-3456-7890",
                "+62 0812 3456 7890",
                "6281234567890",
                "62 812 3456 7890",
                "0062 812 3456 7890",
                "81234567890",
                "０８１２３４５６７８９０",
                "＋６２ ８１２ ３４５６ ７８９０"
            })
    void a_mobile_number_is_one_number_however_it_is_written(String written) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber("+6281234567890"));
    }

    @ParameterizedTest
    @CsvSource({
        "021-5550123, +62215550123",
        "(021) 555 0123, +62215550123",
        "+62 21 5550123, +62215550123",
        "62215550123, +62215550123",
        "0361 224111, +62361224111",
        "+65 9123 4567, +6591234567",
        "0065 9123 4567, +6591234567",
        "+1 650-253-0000, +16502530000",
        "0812345678, +62812345678",
        "081234567890, +6281234567890"
    })
    void landlines_keep_their_area_and_foreign_numbers_their_country(String written, String value) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "0", "+", "+62", "12345", "0812", "0812-345", "081234567890123456", "+999 123 456 789",
                "0812-CALL-ME", "budi@example.com", "0812-3456-7890 ext 5", "++6281234567890", "+62+81234567890", "--", "112"
            })
    void what_nobody_could_have_is_no_number(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void it_is_shown_as_at_home_and_to_strangers_without_its_middle() {
        PhoneNumber budi = PhoneNumber.parse("6281234567890").orElseThrow();

        assertThat(budi.national()).isEqualTo("0812-3456-7890");
        assertThat(budi.masked()).isEqualTo("+62 812-••••-7890");
        assertThat(new PhoneNumber("+6591234567").national()).isEqualTo("+65 9123 4567");
        assertThat(new PhoneNumber("+6591234567").masked()).isEqualTo("+65 ••••-67");
    }
}
