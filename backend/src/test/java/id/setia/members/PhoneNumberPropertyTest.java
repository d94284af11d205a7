package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneNumberPropertyTest {

    private static final List<String> PREFIXES =
            List.of("811", "812", "813", "815", "817", "819", "821", "822", "838", "852", "857", "877", "881", "895", "896");
    private static final List<String> BEGINNINGS = List.of("0", "+62", "62", "0062", "", "+62 ", "(0", "+62 (0)", "+620");
    private static final List<String> GAPS = List.of("", " ", "-", ".", " - ", "\u2009", "‑");

    /** A mobile number without its 0. */
    @Provide
    Arbitrary<String> mobileNumbers() {
        Arbitrary<String> rest = Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(8);
        return Combinators.combine(Arbitraries.of(PREFIXES), rest).as(String::concat);
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of(BEGINNINGS);
    }

    @Provide
    Arbitrary<List<String>> gaps() {
        return Arbitraries.of(GAPS).list().ofSize(12);
    }

    @Property
    void every_way_to_write_a_mobile_number_is_the_same_number(
            @ForAll("mobileNumbers") String number,
            @ForAll("beginnings") String beginning,
            @ForAll("gaps") List<String> gaps,
            @ForAll boolean fullWidth) {
        StringBuilder written = new StringBuilder(beginning);
        for (int place = 0; place < number.length(); place++) {
            written.append(number.charAt(place)).append(place % 3 == 2 ? gaps.get(place) : "");
            if (place == 2 && beginning.equals("(0")) {
                written.append(")");
            }
        }
        String text = fullWidth ? wide(written.toString()) : written.toString();

        assertThat(PhoneNumber.parse(text)).as(text).contains(new PhoneNumber("+62" + number));
        assertThat(MemberReference.phone(text)).isEqualTo(MemberReference.phone("0" + number));
    }

    @Property
    void what_is_shown_is_read_as_the_same_number(@ForAll("mobileNumbers") String number) {
        PhoneNumber phone = PhoneNumber.parse(number).orElseThrow();

        assertThat(PhoneNumber.parse(phone.national())).contains(phone);
        assertThat(PhoneNumber.parse(phone.value())).contains(phone);
        assertThat(phone.masked()).startsWith("+62 " + number.substring(0, 3)).endsWith(number.substring(number.length() - 4));
        assertThat(phone.masked().replaceAll("[^0-9]", "")).hasSize(2 + 3 + 4);
    }

    @Property
    void no_text_breaks_it_and_what_it_reads_it_reads_again(@ForAll String text) {
        PhoneNumber.parse(text).ifPresent(phone -> assertThat(PhoneNumber.parse(phone.value())).contains(phone));
        assertThat(MemberReference.phone(text).value()).matches("|\\+[0-9]{5,15}");
    }

    private static String wide(String text) {
        return text.chars()
                .map(character -> character >= '0' && character <= '9' ? character - '0' + '０' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
