package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_document_is_read_with_blanks_and_a_mark_before_it_and_blanks_behind() {
        byte[] text = utf8("\uFEFF \r\n\t{\"name\": \"Beras 🍚\", \"lines\": [1, 2.5, true, null], \"of\": {\"name\": 1}} \n");

        JsonNode read = JsonText.read(text).orElseThrow();

        assertThat(read.get("name").getStringValue()).isEqualTo("Beras 🍚");
        assertThat(read.get("lines").get(0).getNumberValue()).isEqualTo(1);
        assertThat(read.get("lines").get(3).isNull()).isTrue();
        assertThat(read.get("of").get("name").getNumberValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\uFEFF", "{", "{\"a\":1", "{\"a\":1,}", "{} {}", "{}x", "1 2", "nul", "{\"a\":1,\"a\":2}", "[{\"a\":{\"b\":1,\"b\":1}}]",
                "{\"a\":1,\"\\u0061\":2}", "\"\u0000\"", "NaN", "'a'", "// a\n1"
            })
    void what_is_not_one_sound_document_is_not_read(String text) {
        assertThat(JsonText.read(utf8(text))).isEmpty();
    }

    @Test
    void other_encodings_are_not_read() {
        for (Charset other : List.of(
                StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"))) {
            assertThat(JsonText.read("{\"a\":1}".getBytes(other))).as(other.name()).isEmpty();
            assertThat(JsonText.read("1".getBytes(other))).as(other.name()).isEmpty();
        }
        assertThat(JsonText.read("\"é\"".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void no_depth_breaks_the_reader() {
        assertThat(JsonText.read(utf8("[".repeat(100_000)))).isEmpty();
        assertThat(JsonText.read(utf8("[".repeat(500) + "]".repeat(500)))).isPresent();
    }
}
