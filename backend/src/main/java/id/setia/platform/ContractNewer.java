package id.setia.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published contract said in OpenAPI 3.1, whose schemas are JSON Schema 2020-12: what may be null has two types, limits
 * that are excluded are numbers, examples are lists, bytes say how they are encoded, and webhooks have a section of their own.
 */
final class ContractNewer {

    private static final String VERSION = "3.1.1";
    private static final String WEBHOOKS = "x-webhooks";
    private static final List<String> OF_SCHEMAS = List.of("properties", "patternProperties");
    private static final List<String> LISTS_OF_SCHEMAS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SCHEMAS = List.of("items", "not", "additionalProperties");

    private ContractNewer() {}

    /** The document in 3.1; the one given stays as it is. */
    static Map<String, Object> of(Map<String, Object> contract) {
        Map<String, Object> newer = new LinkedHashMap<>();
        contract.forEach((name, part) -> newer.put(name.equals(WEBHOOKS) ? "webhooks" : name, part(name, part)));
        newer.put("openapi", VERSION);
        return newer;
    }

    /** Anything of a document that is no schema; what is an example stays as it is. */
    private static Object part(String name, Object part) {
        if (name.equals("schema")) {
            return schema(part);
        }
        if (name.equals("schemas")) {
            return schemas(part);
        }
        if (name.equals("example") || name.equals("examples")) {
            return part;
        }
        if (part instanceof Map<?, ?>) {
            Map<String, Object> newer = new LinkedHashMap<>();
            Tree.map(part).forEach((key, value) -> newer.put(key, part(key, value)));
            return newer;
        }
        return part instanceof List<?> parts ? parts.stream().map(each -> part("", each)).toList() : part;
    }

    private static Object schemas(Object named) {
        Map<String, Object> newer = new LinkedHashMap<>();
        Tree.map(named).forEach((name, schema) -> newer.put(name, schema(schema)));
        return newer;
    }

    private static Object schema(Object given) {
        if (!(given instanceof Map<?, ?>)) {
            return given;
        }
        Map<String, Object> newer = new LinkedHashMap<>();
        Tree.map(given).forEach((name, value) -> newer.put(name, keyword(name, value)));
        maybeNull(newer);
        exclude(newer, "exclusiveMinimum", "minimum");
        exclude(newer, "exclusiveMaximum", "maximum");
        if (newer.containsKey("example")) {
            newer.putIfAbsent("examples", List.of(newer.remove("example")));
        }
        if ("binary".equals(newer.get("format"))) {
            newer.remove("format");
            newer.put("contentMediaType", "application/octet-stream");
        } else if ("byte".equals(newer.get("format"))) {
            newer.remove("format");
            newer.put("contentEncoding", "base64");
        }
        return newer;
    }

    private static Object keyword(String name, Object value) {
        if (OF_SCHEMAS.contains(name)) {
            return schemas(value);
        }
        if (LISTS_OF_SCHEMAS.contains(name)) {
            return Tree.list(value).stream().map(ContractNewer::schema).toList();
        }
        return SCHEMAS.contains(name) ? schema(value) : value;
    }

    private static void maybeNull(Map<String, Object> schema) {
        if (schema.remove("nullable") != Boolean.TRUE || !schema.containsKey("type")) {
            return;
        }
        schema.put("type", List.of(schema.get("type"), "null"));
        if (schema.get("enum") instanceof List<?> values && !values.contains(null)) {
            List<Object> withNull = new ArrayList<>(values);
            withNull.add(null);
            schema.put("enum", withNull);
        }
    }

    /** In 3.0 a flag beside the limit says that the limit itself is out. */
    private static void exclude(Map<String, Object> schema, String flag, String limit) {
        if (schema.get(flag) instanceof Boolean excluded) {
            schema.remove(flag);
            if (excluded && schema.containsKey(limit)) {
                schema.put(flag, schema.remove(limit));
            }
        }
    }
}
