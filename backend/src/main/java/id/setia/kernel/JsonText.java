package id.setia.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text that should be one JSON document in UTF-8 without a field twice in an object: whether it is, and what is wrong with it. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonFactory STRICT =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonText() {}

    /** The document, if the text is one, with each field once in its object. */
    public static Optional<JsonNode> read(byte[] text) {
        int beginning = beginning(text);
        if (isOtherEncoding(text, beginning)) {
            return Optional.empty();
        }
        try (JsonParser parser = STRICT.createParser(text, beginning, text.length - beginning)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode document = JsonNodeTreeCodec.getInstance().readTree(parser);
            return parser.nextToken() == null ? Optional.of(document) : Optional.empty();
        } catch (IOException faulty) {
            return Optional.empty();
        }
    }

    /** Whether the parser, which sees UTF-16 and UTF-32 by their zeros and marks, would take it for one of them. */
    private static boolean isOtherEncoding(byte[] text, int beginning) {
        return beginning < text.length && (text[beginning] <= 0 || beginning + 1 < text.length && text[beginning + 1] == 0);
    }

    private static int beginning(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
        return afterBlanks(text, marked ? 3 : 0);
    }

    private static int afterBlanks(byte[] text, int from) {
        int index = from;
        while (index < text.length
                && (text[index] == ' ' || text[index] == '\n' || text[index] == '\r' || text[index] == '\t')) {
            index++;
        }
        return index;
    }

    /** The refusal of a text that could not be read or is not sound: what is wrong, and where. */
    public static Problem refusal(byte[] text) {
        return mistake(text).map(Problem::malformed).orElseGet(() -> Problem.of(ProblemCode.MALFORMED_REQUEST));
    }

    private static Optional<FieldError> mistake(byte[] text) {
        int beginning = beginning(text);
        if (beginning == text.length) {
            return Optional.of(new FieldError("", "body_empty", List.of()));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(text, beginning, text.length - beginning);
        CharBuffer characters = CharBuffer.allocate(text.length);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            return Optional.of(new FieldError("", "not_utf8", List.of(String.valueOf(bytes.position() + 1))));
        }
        return mistake(characters.flip().toString(), lines(text, beginning));
    }

    /** The lines before the document begins. */
    private static int lines(byte[] text, int beginning) {
        int lines = 0;
        for (int index = 0; index < beginning; index++) {
            lines += text[index] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Optional<FieldError> mistake(String text, int linesBefore) {
        boolean read = false;
        try (JsonParser parser = FACTORY.createParser(text)) {
            Optional<FieldError> twice = firstField(parser, linesBefore);
            if (twice.isPresent()) {
                return twice;
            }
            read = true;
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of(at("", "text_after_document", parser.currentTokenLocation(), linesBefore));
        } catch (JsonProcessingException unreadable) {
            return Optional.of(
                    at("", read ? "text_after_document" : "json_malformed", unreadable.getLocation(), linesBefore));
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    /** Reads one document to its end; answers the first field that stands twice in its object. */
    private static Optional<FieldError> firstField(JsonParser parser, int linesBefore) throws IOException {
        Deque<Set<String>> names = new ArrayDeque<>();
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            if (token.isStructStart()) {
                names.push(new HashSet<>());
            } else if (token.isStructEnd()) {
                names.pop();
            } else if (token == JsonToken.FIELD_NAME && !names.element().add(parser.currentName())) {
                return Optional.of(at(
                        parser.getParsingContext().pathAsPointer().toString(),
                        "duplicate_field",
                        parser.currentTokenLocation(),
                        linesBefore));
            }
        } while (!names.isEmpty());
        return Optional.empty();
    }

    private static FieldError at(String pointer, String code, JsonLocation place, int linesBefore) {
        JsonLocation known = place == null ? JsonLocation.NA : place;
        return new FieldError(
                pointer,
                code,
                List.of(
                        String.valueOf(Math.max(1, known.getLineNr()) + linesBefore),
                        String.valueOf(Math.max(1, known.getColumnNr()))));
    }
}
