package id.setia.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The types of events as the contract tells of them. */
public final class EventCatalogue {

    private static final String SCHEMAS = "#/components/schemas/";

    private EventCatalogue() {}

    /** The schemas of what events tell, by their names. */
    public static Map<String, Object> schemas() {
        Map<String, Object> schemas = new TreeMap<>();
        for (EventType type : EventType.values()) {
            schemas.put(type.data().getSimpleName(), EventSchemas.of(type.data()));
        }
        return schemas;
    }

    /** The requests that are sent to endpoints, by the types of events, in the form of OpenAPI's webhooks. */
    public static Map<String, Object> webhooks() {
        Map<String, Object> webhooks = new TreeMap<>();
        for (EventType type : EventType.values()) {
            webhooks.put(type.value(), Map.of("post", operation(type)));
        }
        return webhooks;
    }

    private static Map<String, Object> operation(EventType type) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", type.value());
        operation.put("description", type.description());
        operation.put("tags", List.of("Webhooks"));
        operation.put("security", List.of());
        operation.put("parameters", List.of(
                header("webhook-id", "The event; the same each time it is sent.", "evt_01kq5zv4m8e7t9b3x2c1d0f6ga"),
                header("webhook-timestamp", "When it was sent, in seconds since 1970.", "1790000000"),
                header(
                        "webhook-signature",
                        "One signature for each live secret, with blanks between them.",
                        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=")));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("content", Map.of("application/json", Map.of("schema", schema(type))));
        operation.put("requestBody", body);
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("204", Map.of("description", "Taken. Any status of 2xx will do."));
        responses.put("410", Map.of("description", "Nothing is wanted any more: the endpoint is turned off."));
        responses.put("default", Map.of("description", "Not taken: it is sent again later."));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> header(String name, String description, String example) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("name", name);
        header.put("in", "header");
        header.put("required", true);
        header.put("description", description);
        header.put("schema", Map.of("type", "string"));
        header.put("example", example);
        return header;
    }

    /** An event whose type and data are known. */
    private static Map<String, Object> schema(EventType type) {
        Map<String, Object> known = new LinkedHashMap<>();
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("type", "string");
        name.put("enum", List.of(type.value()));
        known.put("type", name);
        known.put("data", Map.of("$ref", SCHEMAS + type.data().getSimpleName()));
        Map<String, Object> narrowed = new LinkedHashMap<>();
        narrowed.put("type", "object");
        narrowed.put("properties", known);
        return Map.of("allOf", List.of(Map.of("$ref", SCHEMAS + EventResponse.class.getSimpleName()), narrowed));
    }
}
