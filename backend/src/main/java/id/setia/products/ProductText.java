package id.setia.products;

import id.setia.kernel.FieldError;
import id.setia.kernel.TextLine;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What products and categories may be called. */
public final class ProductText {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_CATEGORY = 200;
    public static final int LONGEST_OTHER = 120;

    private ProductText() {}

    /** The path as it is kept: {@code Segar > Buah}, whatever blanks stood around its signs. */
    public static String category(String text) {
        return Arrays.stream(TextLine.normal(text).split(">"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" > "));
    }

    /** A text that may be left out; one without anything in it counts as left out. */
    static Optional<String> filled(String text) {
        return Optional.ofNullable(text).map(TextLine::normal).filter(line -> !line.isEmpty());
    }

    static Optional<FieldError> objection(String pointer, String text, int longest) {
        return text == null ? Optional.empty() : TextLine.objectionUnlessEmpty(pointer, text, longest);
    }
}
