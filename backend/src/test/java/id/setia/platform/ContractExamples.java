package id.setia.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies made of the contract's own examples, whole and with one value changed. */
final class ContractExamples {

    private final Map<String, Object> schemas;

    ContractExamples(Map<String, Object> contract) {
        this.schemas = Tree.map(Tree.map(contract.get("components")).get("schemas"));
    }

    /** The example of a schema, of its parts where it has none itself; one that holds itself is empty inside. */
    Object example(Map<String, Object> schema) {
        return example(schema, List.of());
    }

    private Object example(Map<String, Object> schema, List<String> within) {
        if (schema.containsKey("example")) {
            return schema.get("example");
        }
        if (schema.containsKey("$ref")) {
            String reference = String.valueOf(schema.get("$ref"));
            List<String> deeper = Stream.concat(within.stream(), Stream.of(reference)).toList();
            return within.contains(reference)
                    ? Map.of()
                    : example(Tree.map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1))), deeper);
        }
        if (schema.containsKey("allOf")) {
            return example(Tree.map(Tree.list(schema.get("allOf")).getFirst()), within);
        }
        if ("array".equals(schema.get("type"))) {
            Object item = example(Tree.map(schema.get("items")), within);
            return Map.of().equals(item) ? List.of() : List.of(item);
        }
        Map<String, Object> example = new LinkedHashMap<>();
        Tree.map(schema.get("properties")).forEach((name, property) -> example.put(name, example(Tree.map(property), within)));
        return example;
    }

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
