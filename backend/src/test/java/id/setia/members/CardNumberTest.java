package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CardNumberTest {

    @Test
    void the_check_digit_is_that_of_the_standards_example() {
        assertThat(CardNumber.checkDigit("7992739871")).isEqualTo(3);
    }

    @Property
    void every_number_made_is_valid_and_twelve_digits_long() {
        String number = CardNumber.random();

        assertThat(number).matches("6042[0-9]{8}");
        assertThat(CardNumber.isValid(number)).isTrue();
    }

    @Property
    void a_number_with_one_digit_mistyped_is_not_valid(
            @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(min = 1, max = 9) int change) {
        String number = CardNumber.random();
        char wrong = (char) ('0' + (number.charAt(place) - '0' + change) % 10);

        assertThat(CardNumber.isValid(number.substring(0, place) + wrong + number.substring(place + 1)))
                .isFalse();
    }

    @Property
    void two_neighbours_exchanged_are_noticed_unless_they_are_equal_or_zero_and_nine(
            @ForAll @IntRange(min = 4, max = 10) int place) {
        String number = CardNumber.random();
        char first = number.charAt(place);
        char second = number.charAt(place + 1);
        String exchanged = number.substring(0, place) + second + first + number.substring(place + 2);
        boolean unnoticeable = first == second || first + second == '0' + '9' && (first == '0' || first == '9');

        assertThat(CardNumber.isValid(exchanged)).isEqualTo(unnoticeable);
    }
}
