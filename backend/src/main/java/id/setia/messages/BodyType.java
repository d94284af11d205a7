package id.setia.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a gateway takes, and how a text is written into it so that it stays a text. */
enum BodyType {
    JSON("application/json"),
    FORM("application/x-www-form-urlencoded");

    private final String mediaType;

    BodyType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The text as it stands between two quotation marks of JSON, or as a value of a form. */
    String escaped(String text) {
        return switch (this) {
            case JSON -> json(text);
            case FORM -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        };
    }

    private static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(
                        character < ' ' || Character.isSurrogate(character) || character == '\u2028' || character == '\u2029'
                                ? String.format("\\u%04x", (int) character)
                                : String.valueOf(character));
            }
        }
        return escaped.toString();
    }

    static Optional<BodyType> of(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
    }
}
