package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.setia.kernel.ProblemCode;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(texts.keys("id")).containsExactlyInAnyOrderElementsOf(texts.keys("en"));
    }

    @Test
    void every_code_has_its_texts() {
        assertThat(texts.keys("en")).containsAll(Arrays.stream(ProblemCode.values())
                .flatMap(code -> Stream.of(code.code() + ".title", code.code() + ".detail"))
                .toList());
    }

    @Test
    void every_text_belongs_to_a_code() {
        var codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();

        assertThat(texts.keys("id")).allMatch(key -> key.startsWith("field.") || codes.contains(key.split("\\.")[0]));
    }

    @Test
    void every_text_can_be_filled_and_names_the_same_arguments_in_both_languages() {
        for (String key : texts.keys("id")) {
            assertThatCode(() -> new MessageFormat(texts.pattern(key, "id"))).as(key).doesNotThrowAnyException();
            assertThat(new MessageFormat(texts.pattern(key, "id")).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(texts.pattern(key, "en")).getFormatsByArgumentIndex());
        }
    }
}
