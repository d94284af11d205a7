package id.setia.platform;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract's own examples as bodies, whole and with one value changed. */
final class ContractExamples {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private ContractExamples() {}

    /** The JSON of a value with, one after another, each value in it replaced by the JSON given. */
    static List<String> withEachReplaced(Object value, String replacement) {
        List<String> bodies = new ArrayList<>();
        switch (value) {
            case Map<?, ?> object -> object.forEach((name, part) -> withEachReplaced(part, replacement).forEach(changed -> {
                Map<String, String> fields = new LinkedHashMap<>();
                object.forEach((other, content) -> fields.put(String.valueOf(other), json(content)));
                fields.put(String.valueOf(name), changed);
                bodies.add(object(fields));
            }));
            case List<?> list -> list.forEach(
                    item -> withEachReplaced(item, replacement).forEach(changed -> bodies.add("[" + changed + "]")));
            default -> { }
        }
        bodies.add(replacement);
        return bodies;
    }

    /** The value as it is read from JSON. */
    static JsonNode node(Object value) {
        try {
            return JSON.readValue(json(value), JsonNode.class);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static String json(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, String> fields = new LinkedHashMap<>();
                object.forEach((name, part) -> fields.put(String.valueOf(name), json(part)));
                yield object(fields);
            }
            case List<?> list -> "[" + String.join(",", list.stream().map(ContractExamples::json).toList()) + "]";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        };
    }

    private static String object(Map<String, String> fields) {
        return "{" + String.join(",", fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + field.getValue()).toList()) + "}";
    }
}
