package id.setia.platform;

import id.setia.access.Retiring;
import id.setia.access.Scope;
import id.setia.webhooks.EventCatalogue;
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
    private static final String EXAMPLES = "/contract-examples.yaml";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<String, Object> document;
    private final ContractCallers callers;

    private Contract(Map<String, Object> document, ContractCallers callers) {
        this.document = document;
        this.callers = callers;
    }

    /** The contract of the compiled program. */
    static String ofProgram() {
        return of(Yaml.read(resource(GENERATED)), ContractCallers.ofProgram());
    }

    /** What was generated, with what all operations have in common. */
    static String of(Map<String, Object> document, ContractCallers callers) {
        return new Contract(document, callers).normalised();
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
        Map<String, Object> webhooks = EventCatalogue.webhooks();
        contract.put("paths", paths);
        contract.put("x-webhooks", webhooks);
        contract.put("components", components(paths, webhooks));
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
        Tree.list(operation.get("parameters")).forEach(parameter -> {
            ContractWords.describe(Tree.map(parameter));
            ContractHeaders.require(String.valueOf(operation.get("operationId")), Tree.map(parameter));
        });
        List<Map<String, Object>> security = callers.security(String.valueOf(operation.get("operationId")));
        Map<String, Object> responses = new TreeMap<>(Tree.map(operation.get("responses")));
        responses.replaceAll((status, response) -> ContractErrors.isShared(status)
                ? ContractErrors.reference(status)
                : described(status, Tree.map(response)));
        sameContent(responses);
        if (takes(operation, "If-None-Match")) {
            responses.put("304", Map.of("description", "Nothing has changed since the answer whose `ETag` was sent."));
        }
        refusals(path, method, operation).forEach((status, applies) -> {
            if (applies) {
                responses.put(status, ContractErrors.reference(status));
            }
        });
        callers.retiring(String.valueOf(operation.get("operationId"))).ifPresent(retiring -> retire(operation, retiring));
        responses.replaceAll((status, response) -> status.startsWith("2") ? ContractHeaders.with(operation, Tree.map(response)) : response);
        operation.put("responses", responses);
        operation.put("security", security);
    }

    private static void retire(Map<String, Object> operation, Retiring retiring) {
        operation.put("deprecated", true);
        operation.put("description", operation.get("description") + " Use `" + retiring.instead() + "` in its place: from "
                + retiring.until() + " on this may be gone.");
    }

    /** Which refusals an operation may give by what it is; others are declared where they are given. */
    private static Map<String, Boolean> refusals(String path, String method, Map<String, Object> operation) {
        boolean takesTag = takes(operation, "If-Match");
        Map<String, Boolean> refusals = new LinkedHashMap<>();
        List.of("400", "401", "403", "404", "406", "413", "422", "429", "500", "503").forEach(always -> refusals.put(always, true));
        refusals.put("409", !method.equals("get") || path.contains("{"));
        refusals.put("410", path.equals("/events"));
        refusals.put("412", takesTag);
        refusals.put("428", takesTag);
        refusals.put("415", !method.equals("get"));
        return refusals;
    }

    private static boolean takes(Map<String, Object> operation, String header) {
        return Tree.list(operation.get("parameters")).stream()
                .anyMatch(parameter -> header.equals(Tree.map(parameter).get("name")));
    }

    /** What is answered to a request sent again looks like what was answered to the first. */
    private static void sameContent(Map<String, Object> responses) {
        List<Map<String, Object>> successes = responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("2") && !response.getKey().equals("204"))
                .map(response -> Tree.map(response.getValue()))
                .toList();
        successes.stream().filter(response -> response.containsKey("content")).findFirst().ifPresent(
                whole -> successes.forEach(response -> response.putIfAbsent("content", whole.get("content"))));
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

    private Map<String, Object> components(Map<String, Object> paths, Map<String, Object> webhooks) {
        Map<String, Object> schemas = new TreeMap<>(Tree.map(Tree.map(document.get("components")).get("schemas")));
        schemas.values().forEach(schema -> complete(Tree.map(schema)));
        schemas.putAll(ContractErrors.schemas());
        schemas.putAll(EventCatalogue.schemas());
        ContractBodies bodies = new ContractBodies(Yaml.read(resource(EXAMPLES)), schemas);
        operations(paths).forEach(bodies::complete);
        Map<String, Object> responses = ContractErrors.responses();
        ContractTrim.withoutUnused(schemas, paths, webhooks, responses);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("headers", ContractHeaders.all());
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
            holdingAnything(Tree.map(property));
            if ("string".equals(Tree.map(property).get("type")) && Tree.map(property).get("example") != null) {
                Tree.map(property).computeIfPresent("example", (key, example) -> String.valueOf(example));
            }
        });
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
    }

    /** A map of objects of no form holds anything, not objects alone. */
    private static void holdingAnything(Map<String, Object> property) {
        if (Map.of("type", "object").equals(property.get("additionalProperties"))) {
            property.put("additionalProperties", true);
        }
    }

    private static Map<String, Object> securitySchemes() {
        Map<String, Object> scopes = new TreeMap<>();
        Arrays.stream(Scope.values()).forEach(scope -> scopes.put(scope.value(), ContractScopes.text(scope)));
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("tokenUrl", Api.BASE + "/oauth/token");
        flow.put("scopes", scopes);
        Map<String, Object> clients = new LinkedHashMap<>();
        clients.put("type", "oauth2");
        clients.put("description", "Tills and partners: OAuth 2.0 client credentials; bearer tokens that live for fifteen minutes. `/.well-known/oauth-authorization-server` tells libraries the rest.");
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
