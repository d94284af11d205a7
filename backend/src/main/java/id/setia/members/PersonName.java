package id.setia.members;

import id.setia.kernel.FieldError;
import id.setia.kernel.TextLine;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of people: one field, whatever the script, 1 to 120 characters. */
public final class PersonName {

    private static final int LONGEST = 120;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private PersonName() {}

    /** The name as it is kept: composed, without blanks around. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** What is wrong with the name, if anything. */
    public static Optional<FieldError> objection(String pointer, String text) {
        String name = normal(text);
        if (TextLine.isBlank(name)) {
            return Optional.of(new FieldError(pointer, "required", List.of()));
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(new FieldError(pointer, "name_too_long", List.of(LONGEST)));
        }
        if (IdentityNumber.standsIn(name)) {
            return Optional.of(new FieldError(pointer, "identity_number", List.of()));
        }
        return UNPRINTABLE.matcher(name).find()
                ? Optional.of(new FieldError(pointer, "name_unprintable", List.of()))
                : Optional.empty();
    }
}
