package id.setia.kernel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of CSV by RFC 4180. */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\\t\\r].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile(".*[,;\"\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    /** A row with its line end; cells that need quotes get them. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        return QUOTED.matcher(text).matches() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** A text people wrote: what a spreadsheet would take for a formula gets an apostrophe. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
