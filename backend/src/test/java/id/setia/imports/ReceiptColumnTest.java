package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide to files of receipts and the columns that are read. */
class ReceiptColumnTest {

    private static final Path GUIDES = Path.of("..", "api-spec", "src", "main", "resources", "guides");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-zA-Z]+)` \\| [^|]{3,} \\|$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void the_guide_explains_every_column_and_no_other(String language) throws IOException {
        List<String> explained = ROW.matcher(Files.readString(GUIDES.resolve(language).resolve("03-receipt-files.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ReceiptColumn.values()).map(ReceiptColumn::title).toList());
    }
}
