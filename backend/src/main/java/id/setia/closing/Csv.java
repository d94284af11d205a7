package id.setia.closing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of CSV by RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe. */
final class Csv {

    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern QUOTED = Pattern.compile(".*[,;\"\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    static String line(Object... cells) {
        return line(Arrays.asList(cells));
    }

    static String line(List<?> cells) {
        return cells.stream().map(cell -> cell(cell.toString())).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String shown = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(shown).matches() ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
