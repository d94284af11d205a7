package id.setia.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of the generated document what callers do not send: the caller itself, which the server knows. */
final class ContractTrim {

    private static final String CALLER = "caller";
    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/([A-Za-z0-9_.]+)");

    private ContractTrim() {}

    static void withoutCaller(Map<String, Object> operation) {
        List<Object> parameters = new ArrayList<>(Tree.list(operation.get("parameters")));
        parameters.removeIf(parameter -> CALLER.equals(Tree.map(parameter).get("name")));
        operation.remove("parameters");
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (operation.containsKey("requestBody")) {
            Map<String, Object> content = Tree.map(Tree.map(operation.get("requestBody")).get("content"));
            content.values().forEach(media -> Tree.map(media).computeIfPresent("schema", (key, schema) -> trimmed(Tree.map(schema))));
            if (content.values().stream().allMatch(media -> isEmpty(Tree.map(Tree.map(media).get("schema"))))) {
                operation.remove("requestBody");
            }
        }
    }

    private static Map<String, Object> trimmed(Map<String, Object> schema) {
        if (schema.containsKey("properties")) {
            Tree.map(schema.get("properties")).remove(CALLER);
            schema.computeIfPresent("required", (key, names) -> without(Tree.list(names)));
        }
        if (!schema.containsKey("allOf")) {
            return schema;
        }
        List<Object> parts = Tree.list(schema.get("allOf"));
        parts.replaceAll(part -> trimmed(Tree.map(part)));
        parts.removeIf(part -> isEmpty(Tree.map(part)));
        return parts.size() == 1 ? Tree.map(parts.getFirst()) : schema;
    }

    private static List<Object> without(List<Object> names) {
        List<Object> rest = new ArrayList<>(names);
        rest.remove(CALLER);
        return rest.isEmpty() ? null : rest;
    }

    private static boolean isEmpty(Map<String, Object> schema) {
        return "object".equals(schema.get("type")) && Tree.map(schema.get("properties")).isEmpty();
    }

    /** Drops schemas that nothing refers to, until none is left. */
    static void withoutUnused(Map<String, Object> schemas, Object... users) {
        Set<String> unused;
        do {
            Set<String> used = new TreeSet<>();
            for (Object user : users) {
                collect(user, used);
            }
            schemas.forEach((name, schema) -> collect(schema, used, name));
            unused = new TreeSet<>(schemas.keySet());
            unused.removeAll(used);
            schemas.keySet().removeAll(unused);
        } while (!unused.isEmpty());
    }

    private static void collect(Object user, Set<String> used, String... itself) {
        Matcher reference = REFERENCE.matcher(String.valueOf(user));
        while (reference.find()) {
            if (itself.length == 0 || !reference.group(1).equals(itself[0])) {
                used.add(reference.group(1));
            }
        }
    }
}
