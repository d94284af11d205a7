package id.setia.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Short texts that people type, such as names of stores: one line, composed, without blanks around. */
public final class TextLine {

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private TextLine() {}

    /** The text as it is kept. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Whether nothing of the text can be seen. */
    public static boolean isBlank(String text) {
        return INVISIBLE.matcher(text).replaceAll("").isEmpty();
    }

    /** What is wrong with a text of 1 to {@code longest} characters. */
    public static Optional<FieldError> objection(String pointer, String text, int longest) {
        return isBlank(text)
                ? Optional.of(new FieldError(pointer, "required", List.of()))
                : objectionUnlessEmpty(pointer, text, longest);
    }

    /** The same for a text that may be empty. */
    public static Optional<FieldError> objectionUnlessEmpty(String pointer, String text, int longest) {
        String line = normal(text);
        if (line.codePointCount(0, line.length()) > longest) {
            return Optional.of(new FieldError(pointer, "text_too_long", List.of(longest)));
        }
        return UNPRINTABLE.matcher(line).find()
                ? Optional.of(new FieldError(pointer, "text_unprintable", List.of()))
                : Optional.empty();
    }
}
