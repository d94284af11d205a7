package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void a_code_is_read_back_however_it_is_written(@ForAll @Size(7) byte[] hash) {
        ReceiptCode code = ReceiptCode.of(hash);

        assertThat(ReceiptCode.parse(code.text())).contains(code);
        assertThat(ReceiptCode.parse(" " + code.grouped().toLowerCase() + " ")).contains(code);
        assertThat(ReceiptCode.parse(code.text().replace('0', 'o').replace('1', 'l'))).contains(code);
    }

    @Property
    void one_wrong_character_is_noticed(
            @ForAll @Size(7) byte[] hash, @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(max = 31) int digit) {
        String text = ReceiptCode.of(hash).text();
        String wrong = text.substring(0, place) + DIGITS.charAt(digit) + text.substring(place + 1);

        assertThat(ReceiptCode.parse(wrong).isPresent()).isEqualTo(wrong.equals(text));
    }

    @Test
    void anything_else_is_no_code() {
        assertThat(ReceiptCode.parse("")).isEmpty();
        assertThat(ReceiptCode.parse("7K2M-9QXA")).isEmpty();
        assertThat(ReceiptCode.parse("UUUU-UUUU-UUUU")).isEmpty();
    }
}
