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
import java.util.TreeMap;

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
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("openapi", document.get("openapi"));
        contract.put("info", document.get("info"));
        contract.put("servers", List.of(Map.of("url", "/")));
        contract.put("tags", tags());
        contract.put("paths", paths());
        contract.put("components", components());
        return Yaml.write(contract);
    }

    private List<Object> tags() {
        Map<String, Object> byName = new TreeMap<>();
        list(document.get("tags")).forEach(tag -> byName.put(String.valueOf(map(tag).get("name")), tag));
        return new ArrayList<>(byName.values());
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>(map(document.get("paths")));
        paths.forEach((path, item) -> METHODS.stream()
                .filter(map(item)::containsKey)
                .forEach(method -> complete(path, method, map(map(item).get(method)))));
        return paths;
    }

    private void complete(String path, String method, Map<String, Object> operation) {
        String operationId = String.valueOf(operation.get("operationId"));
        List<Map<String, Object>> security = callers.security(operationId);
        boolean open = security.contains(Map.<String, Object>of());
        boolean takesBody = operation.containsKey("requestBody");
        boolean takesInput = takesBody || !list(operation.get("parameters")).isEmpty();
        boolean changes = !method.equals("get");

        Map<String, Object> responses = new TreeMap<>(map(operation.get("responses")));
        responses.replaceAll((status, response) -> described(status, map(response)));
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

    private Map<String, Object> components() {
        Map<String, Object> schemas = new TreeMap<>(map(map(document.get("components")).get("schemas")));
        schemas.values().forEach(schema -> complete(map(schema)));
        schemas.putAll(ContractErrors.schemas());
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("responses", ContractErrors.responses());
        components.put("schemas", schemas);
        components.put("securitySchemes", securitySchemes());
        return components;
    }

    /** Absent means left out: what may be missing is not required, and nothing is null. */
    private static void complete(Map<String, Object> schema) {
        Map<String, Object> properties = map(schema.get("properties"));
        List<String> required = new ArrayList<>();
        properties.forEach((name, property) -> {
            if (map(property).remove("nullable") != Boolean.TRUE) {
                required.add(name);
            }
            if ("string".equals(map(property).get("type")) && map(property).get("example") != null) {
                map(property).computeIfPresent("example", (key, example) -> String.valueOf(example));
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
