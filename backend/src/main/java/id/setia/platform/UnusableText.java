package id.setia.platform;

import id.setia.kernel.FieldError;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Characters that no text of a request may hold, since nobody can read them and not every database or system that is told
 * of them keeps them: control characters but for tabulators and ends of lines, and halves of characters. Which texts may
 * have several lines their own fields say.
 */
final class UnusableText {

    private static final String CODE = "control_character";
    private static final int FIRST_PRINTABLE = 0x20;

    private UnusableText() {}

    static boolean isIn(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < FIRST_PRINTABLE && letter != '\t' && letter != '\n' && letter != '\r') {
                return true;
            }
            if (Character.isSurrogate(letter)) {
                if (!Character.isHighSurrogate(letter)
                        || index + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(index + 1))) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }

    /**
     * Adds an error for each text that holds any, and for each name of a field that does.
     *
     * @param leftOut names of fields of the tree itself that are looked at by others
     */
    static void collect(JsonNode tree, String pointer, Set<String> leftOut, List<FieldError> errors) {
        if (tree.isString() && isIn(tree.getStringValue())) {
            errors.add(error(pointer));
        } else if (tree.isArray()) {
            for (int index = 0; index < tree.size(); index++) {
                collect(tree.get(index), pointer + "/" + index, Set.of(), errors);
            }
        } else if (tree.isObject()) {
            tree.entries().forEach(entry -> {
                if (isIn(entry.getKey())) {
                    errors.add(error(pointer));
                } else if (!leftOut.contains(entry.getKey())) {
                    collect(entry.getValue(), pointer + "/" + RequestShape.escape(entry.getKey()), Set.of(), errors);
                }
            });
        }
    }

    static FieldError error(String pointer) {
        return new FieldError(pointer, CODE, List.of());
    }
}
