package id.setia.kernel;

import java.util.ArrayList;
import java.util.List;

/** Reads the texts of a request that come in both languages, and gathers everything that is wrong with them. */
public final class LocalTextReader {

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * The text without blanks around it.
     *
     * @param pointer where it stands in the request, as a JSON pointer
     * @param longest how many characters each language may have
     */
    public LocalText read(LocalText text, String pointer, int longest) {
        if (text == null) {
            errors.add(new FieldError(pointer, "required", List.of()));
            return LocalText.of("", "");
        }
        return LocalText.of(one(text.id(), pointer + "/id", longest), one(text.en(), pointer + "/en", longest));
    }

    private String one(String text, String pointer, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            errors.add(new FieldError(pointer, "required", List.of()));
        } else if (stripped.length() > longest) {
            errors.add(new FieldError(pointer, "size", List.of(1, longest)));
        } else if (stripped.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(pointer, "value_malformed", List.of()));
        }
        return stripped;
    }

    /** What was wrong so far. */
    public List<FieldError> errors() {
        return errors;
    }
}
