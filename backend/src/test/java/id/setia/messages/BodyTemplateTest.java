package id.setia.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BodyTemplateTest {

    private static final BodyTemplate JSON = new BodyTemplate(BodyType.JSON, "{\"a\":\"{text}\",\"b\":\"{to}\"}");
    private static final BodyTemplate FORM = new BodyTemplate(BodyType.FORM, "to={to}&text={text}&key={secret}");

    @Test
    void a_text_stays_a_text_in_json() {
        assertThat(JSON.filled(Map.of("text", "Kode \"12\\3\"\n{to}", "to", "0812")))
                .isEqualTo("{\"a\":\"Kode \\\"12\\\\3\\\"\\n{to}\",\"b\":\"0812\"}");
    }

    @Test
    void a_text_stays_one_value_in_a_form() {
        assertThat(FORM.filled(Map.of("text", "1 + 1 = 2 & lain {secret}", "to", "+62812", "secret", "a=b")))
                .isEqualTo("to=%2B62812&text=1+%2B+1+%3D+2+%26+lain+%7Bsecret%7D&key=a%3Db");
    }

    @Property
    void whatever_the_text_is_it_adds_no_field_to_a_form(@ForAll String text) {
        String sent = FORM.filled(Map.of("text", text, "to", "1", "secret", "2"));

        assertThat(sent.split("&")).hasSize(3);
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(URLDecoder.decode(sent.split("&")[1].substring("text=".length()), StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Property
    void whatever_the_text_is_it_ends_no_string_of_json(@ForAll String text) {
        String sent = BodyType.JSON.escaped(text);

        assertThat(sent.replaceAll("\\\\(u[0-9a-f]{4}|[\"\\\\nrt])", "")).doesNotContain("\"", "\\").doesNotContainPattern("[\\x00-\\x1f]");
    }

    @Test
    void numbers_are_written_as_the_gateway_wants_them() {
        assertThat(NumberForm.PLUS.of("+6281234567890")).isEqualTo("+6281234567890");
        assertThat(NumberForm.DIGITS.of("+6281234567890")).isEqualTo("6281234567890");
        assertThat(NumberForm.NATIONAL.of("+6281234567890")).isEqualTo("081234567890");
        assertThat(NumberForm.NATIONAL.of("+6591234567")).isEqualTo("6591234567");
        assertThat(NumberForm.of(Optional.of("digits"))).contains(NumberForm.DIGITS);
        assertThat(NumberForm.of(Optional.of("morse"))).isEmpty();
    }
}
