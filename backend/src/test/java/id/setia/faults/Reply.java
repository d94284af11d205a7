package id.setia.faults;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.Map;

/**
 * What the server answered.
 *
 * @param headers by their names in small letters
 */
record Reply(int status, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    JsonNode json() {
        return json(body);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readValue(text, JsonNode.class);
        } catch (IOException fault) {
            throw new IllegalStateException("no JSON: " + text, fault);
        }
    }

    /** A field of the body as text; empty where there is none. */
    String text(String field) {
        JsonNode value = json().get(field);
        return value == null || value.isNull() ? "" : value.coerceStringValue();
    }

    boolean good() {
        return status >= 200 && status < 300;
    }

    Reply require(int expected) {
        if (status != expected) {
            throw new IllegalStateException(status + " " + body);
        }
        return this;
    }
}
