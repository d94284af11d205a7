import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Writes what of the contract the Java client is generated from: the operations that tills and partners' systems may call
 * with JSON, and what they name. Files and forms are left out, which would need a library of their own.
 */
class ClientContract {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final String SCHEMAS = "#/components/schemas/";

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> contract = map(yaml().load(Files.readString(Path.of(arguments[0]))));
        map(contract.get("paths")).values().removeIf(item -> {
            Map<String, Object> methods = map(item);
            methods.entrySet().removeIf(entry -> METHODS.contains(entry.getKey()) && !isForClients(map(entry.getValue())));
            return METHODS.stream().noneMatch(methods::containsKey);
        });
        prune(contract);
        Path target = Path.of(arguments[1]);
        String text = yaml().dump(contract);
        if (!Files.exists(target) || !Files.readString(target).equals(text)) {
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        }
    }

    private static boolean isForClients(Map<String, Object> operation) {
        boolean byClients = operation.get("security") instanceof List<?> ways
                && ways.stream().anyMatch(way -> map(way).containsKey("clientCredentials"));
        Map<String, Object> contents = map(map(operation.get("requestBody")).get("content"));
        return byClients && (contents.isEmpty() || contents.containsKey("application/json"));
    }

    /** Leaves out the schemas that nothing left names. */
    private static void prune(Map<String, Object> contract) {
        Map<String, Object> components = map(contract.get("components"));
        Map<String, Object> schemas = map(components.remove("schemas"));
        Map<String, Object> used = new TreeMap<>();
        Deque<Object> open = new ArrayDeque<>(List.of(contract));
        while (!open.isEmpty()) {
            Object value = open.pop();
            if (value instanceof Map<?, ?> fields) {
                if (fields.get("$ref") instanceof String reference && reference.startsWith(SCHEMAS)) {
                    String name = reference.substring(SCHEMAS.length());
                    if (used.putIfAbsent(name, schemas.get(name)) == null) {
                        open.push(schemas.get(name));
                    }
                }
                open.addAll(fields.values());
            } else if (value instanceof Collection<?> values) {
                open.addAll(values);
            }
        }
        components.put("schemas", used);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(Integer.MAX_VALUE);
        DumperOptions form = new DumperOptions();
        form.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        form.setDereferenceAliases(true);
        return new Yaml(new SafeConstructor(options), new Representer(form), form, options, new TimesAreTexts());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static class TimesAreTexts extends Resolver {

        @Override
        public void addImplicitResolver(Tag tag, java.util.regex.Pattern pattern, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }
}
