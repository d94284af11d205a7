package id.setia.imports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells as CSV by RFC 4180. */
final class CsvText {

    private static final Pattern FORMULA = Pattern.compile("[=@\\t\\r].*|[+-](?![0-9.,]+$).*", Pattern.DOTALL);

    private CsvText() {}

    static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.matches("(?s).*[,;\"\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** A text that a spreadsheet would take for a formula, made harmless by an apostrophe. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
