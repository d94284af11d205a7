package id.setia.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Examples of whole bodies, made of those of their fields. */
final class SchemaExamples {

    private final Map<String, Object> schemas;

    /** Takes the schemas that others refer to, by name. */
    SchemaExamples(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** The example of a schema, of its parts where it has none itself; one that holds itself is empty inside. */
    Object of(Map<String, Object> schema) {
        return of(schema, List.of());
    }

    private Object of(Map<String, Object> schema, List<String> within) {
        if (schema.containsKey("example")) {
            return schema.get("example");
        }
        if (schema.containsKey("$ref")) {
            String reference = String.valueOf(schema.get("$ref"));
            List<String> deeper = Stream.concat(within.stream(), Stream.of(reference)).toList();
            return within.contains(reference)
                    ? Map.of()
                    : of(Tree.map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1))), deeper);
        }
        if (schema.containsKey("allOf")) {
            return of(Tree.map(Tree.list(schema.get("allOf")).getFirst()), within);
        }
        if ("array".equals(schema.get("type"))) {
            Object item = of(Tree.map(schema.get("items")), within);
            return Map.of().equals(item) ? List.of() : List.of(item);
        }
        Map<String, Object> example = new LinkedHashMap<>();
        Tree.map(schema.get("properties")).forEach((name, property) -> {
            Object part = of(Tree.map(property), within);
            if (!Map.of().equals(part)) {
                example.put(name, part);
            }
        });
        return example;
    }
}
