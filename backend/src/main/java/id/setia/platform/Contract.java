package id.setia.platform;

import id.setia.access.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contract as the code has it: what was generated at compile time, with what all operations have in common, in one
 * order.
 */
final class Contract {

    static final String PUBLISHED = "/openapi/setia-v1.yaml";

    private static final String GENERATED = "/META-INF/swagger/setia-v1.yml";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<String, Object> document;
    private final ContractCallers callers;

    private Contract(Map<String, Object> document, ContractCallers callers) {
        this.document = document;
        this.callers = callers;
    }

    /** The contract of the compiled program. */
    static String ofProgram() {
        return new Contract(Yaml.read(resource(GENERATED)), ContractCallers.ofProgram()).normalised();
    }

    /** The contract as published, for callers. */
    static String published() {
        return resource(PUBLISHED);
    }

    private String normalised() {
        Map<String, Object> paths = paths();
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("openapi", document.get("openapi"));
        contract.put("info", document.get("info"));
        contract.put("servers", List.of(Map.of("url", Api.BASE)));
        contract.put("tags", tags(paths));
        contract.put("paths", paths);
        contract.put("components", components(paths));
        return Yaml.write(contract);
    }

    private static List<Object> tags(Map<String, Object> paths) {
        Set<String> names = new TreeSet<>();
        operations(paths).forEach(operation -> Tree.list(operation.get("tags")).forEach(tag -> names.add((String) tag)));
        return names.stream().<Object>map(ContractWords::tag).toList();
    }

    private static Stream<Map<String, Object>> operations(Map<String, Object> paths) {
        return paths.values().stream()
                .flatMap(item -> METHODS.stream().map(Tree.map(item)::get).filter(Objects::nonNull).map(Tree::map));
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        Tree.map(document.get("paths")).forEach((path, item) -> paths.put(belowBase(path), item));
        paths.forEach((path, item) -> METHODS.stream()
                .filter(Tree.map(item)::containsKey)
                .forEach(method -> complete(path, method, Tree.map(Tree.map(item).get(method)))));
        return paths;
    }

    private static String belowBase(String path) {
        if (!path.startsWith(Api.BASE + "/")) {
            throw new IllegalStateException(path + " is not below " + Api.BASE);
        }
        return path.substring(Api.BASE.length());
    }

    private void complete(String path, String method, Map<String, Object> operation) {
        ContractTrim.withoutCaller(operation);
        Tree.list(operation.get("parameters")).forEach(parameter -> ContractWords.describe(Tree.map(parameter)));
        String operationId = String.valueOf(operation.get("operationId"));
        List<Map<String, Object>> security = callers.security(operationId);
        boolean open = security.contains(Map.<String, Object>of());
        boolean takesBody = operation.containsKey("requestBody");
        boolean takesInput = takesBody || !Tree.list(operation.get("parameters")).isEmpty();
        boolean changes = !method.equals("get");

        Map<String, Object> responses = new TreeMap<>(Tree.map(operation.get("responses")));
        responses.replaceAll((status, response) -> described(status, Tree.map(response)));
        Map<String, Boolean> applicable = new LinkedHashMap<>();
        applicable.put("400", takesInput);
        applicable.put("401", !open);
        applicable.put("403", !open || changes);
        applicable.put("404", path.contains("{"));
        applicable.put("409", changes);
        applicable.put("413", takesBody);
        applicable.put("415", takesBody);
        applicable.put("422", takesInput);
        applicable.put("429", true);
        applicable.put("500", true);
        applicable.put("503", true);
        applicable.forEach((status, applies) -> {
            if (applies) {
                responses.put(status, Map.of("$ref", "#/components/responses/" + ContractErrors.name(status)));
            }
        });
        operation.put("responses", responses);
        operation.put("security", security);
    }

    /** Puts a plain sentence where the generator has only the operation's name. */
    private static Map<String, Object> described(String status, Map<String, Object> response) {
        if (String.valueOf(response.get("description")).endsWith(" " + status + " response")) {
            response.put("description", switch (status) {
                case "201" -> "Done; this is what was made.";
                case "202" -> "Taken on.";
                case "204" -> "Done; there is nothing to tell.";
                default -> "The answer.";
            });
        }
        return response;
    }

    private Map<String, Object> components(Map<String, Object> paths) {
        Map<String, Object> schemas = new TreeMap<>(Tree.map(Tree.map(document.get("components")).get("schemas")));
        schemas.values().forEach(schema -> complete(Tree.map(schema)));
        schemas.putAll(ContractErrors.schemas());
        Map<String, Object> responses = ContractErrors.responses();
        ContractTrim.withoutUnused(schemas, paths, responses);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("responses", responses);
        components.put("schemas", schemas);
        components.put("securitySchemes", securitySchemes());
        return components;
    }

    /** Absent means left out: what may be missing is not required, and nothing is null. */
    private static void complete(Map<String, Object> schema) {
        Map<String, Object> properties = Tree.map(schema.get("properties"));
        List<String> required = new ArrayList<>();
        properties.forEach((name, property) -> {
            if (Tree.map(property).remove("nullable") != Boolean.TRUE) {
                required.add(name);
            }
            if ("string".equals(Tree.map(property).get("type")) && Tree.map(property).get("example") != null) {
                Tree.map(property).computeIfPresent("example", (key, example) -> String.valueOf(example));
            }
        });
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
    }

    private static Map<String, Object> securitySchemes() {
        Map<String, Object> scopes = new TreeMap<>();
        Arrays.stream(Scope.values()).forEach(scope -> scopes.put(scope.value(), ContractErrors.scopeText(scope)));
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("tokenUrl", Api.BASE + "/oauth/token");
        flow.put("scopes", scopes);
        Map<String, Object> clients = new LinkedHashMap<>();
        clients.put("type", "oauth2");
        clients.put("description", "Tills and partners: OAuth 2.0 client credentials; short-lived bearer tokens.");
        clients.put("flows", Map.of("clientCredentials", flow));
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("type", "apiKey");
        session.put("in", "cookie");
        session.put("name", "__Host-setia");
        session.put("description", "Browsers: the cookie of a sign-in. Every call but GET also needs the header `X-CSRF-Token`.");
        Map<String, Object> schemes = new LinkedHashMap<>();
        schemes.put("clientCredentials", clients);
        schemes.put("session", session);
        return schemes;
    }

    private static String resource(String name) {
        try (InputStream stream = Contract.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
