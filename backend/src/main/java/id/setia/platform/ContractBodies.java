package id.setia.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gives each operation of the contract an example of its request and of what it answers: those of {@code
 * contract-examples.yaml}, and where that names none, one made of the examples of the fields.
 */
final class ContractBodies {

    private static final Set<String> WITH_EXAMPLES = Set.of("application/json", "application/x-www-form-urlencoded");

    private final Map<String, Object> written;
    private final SchemaExamples fields;

    /** Takes the requests by the id of their operation, and the schemas by name. */
    ContractBodies(Map<String, Object> written, Map<String, Object> schemas) {
        this.written = written;
        this.fields = new SchemaExamples(schemas);
    }

    /** The operation with its examples. */
    void complete(Map<String, Object> operation) {
        String operationId = String.valueOf(operation.get("operationId"));
        exemplify(Tree.map(operation.get("requestBody")), written.get(operationId));
        Tree.map(operation.get("responses")).forEach((status, response) -> {
            if (status.startsWith("2")) {
                exemplify(Tree.map(response), null);
            }
        });
    }

    private void exemplify(Map<String, Object> body, Object example) {
        Map<String, Object> content = Tree.map(body.get("content"));
        for (String type : content.keySet()) {
            if (WITH_EXAMPLES.contains(type)) {
                Map<String, Object> media = new LinkedHashMap<>(Tree.map(content.get(type)));
                media.putIfAbsent("example", example == null ? fields.of(Tree.map(media.get("schema"))) : example);
                content.put(type, media);
            }
        }
    }
}
