package id.setia.platform;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds what tests send and what comes back against the published contract: of every answer the status, the media type, the
 * headers and the body, of every request that the server took the parameters and the body. What is no operation of the
 * contract goes by unread.
 */
public final class ContractWatch {

    private static final Map<String, Object> CONTRACT = Yaml.read(Contract.published());
    private static final Map<String, Object> RESPONSES = Tree.map(Tree.map(CONTRACT.get("components")).get("responses"));
    private static final Map<String, Object> HEADERS = Tree.map(Tree.map(CONTRACT.get("components")).get("headers"));
    private static final ContractSchemas SCHEMAS = new ContractSchemas(CONTRACT);
    private static final Map<String, List<ApiOperation>> OPERATIONS = ApiOperation.of(CONTRACT)
            .collect(Collectors.groupingBy(operation -> operation.method() + depth(operation.path())));
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private ContractWatch() {}

    /**
     * A request as it was sent.
     *
     * @param target the path with its query
     * @param body empty where there is none
     * @param meant whether it is meant to fit the contract
     */
    public record Sent(String method, String target, Map<String, String> headers, String body, boolean meant) {}

    /** An answer as it came. */
    public record Came(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Fails the test whose request or answer does not fit the contract. */
    public static void hold(Sent sent, Came came) {
        List<String> complaints = complaints(sent, came);
        if (!complaints.isEmpty()) {
            throw new AssertionError("The contract says otherwise (change the annotations where it lies, the code where that does):\n"
                    + sent.method() + " " + sent.target() + " answered with " + came.status() + "\n"
                    + String.join("\n", complaints) + "\nsent: " + sent.body() + "\ncame: " + came.body());
        }
    }

    /** What does not fit the contract, a line for each; empty where all does. */
    static List<String> complaints(Sent sent, Came came) {
        Optional<ApiOperation> operation = operation(sent);
        List<String> complaints = new ArrayList<>();
        operation.ifPresent(found -> {
            ofAnswer(found, came, complaints);
            if (sent.meant() && came.status() < 300) {
                ofRequest(found, sent, complaints);
            }
        });
        return complaints;
    }

    private static Optional<ApiOperation> operation(Sent sent) {
        String path = sent.target().split("\\?", 2)[0];
        if (!path.startsWith(Api.BASE + "/")) {
            return Optional.empty();
        }
        String[] parts = path.substring(Api.BASE.length()).split("/", -1);
        return OPERATIONS.getOrDefault(sent.method() + parts.length, List.of()).stream()
                .filter(operation -> fits(operation.path().split("/", -1), parts))
                .min((one, other) -> Long.compare(parameters(one), parameters(other)));
    }

    private static int depth(String path) {
        return path.split("/", -1).length;
    }

    private static boolean fits(String[] template, String[] parts) {
        for (int index = 0; index < parts.length; index++) {
            if (!template[index].startsWith("{") && !template[index].equals(parts[index])) {
                return false;
            }
        }
        return true;
    }

    private static long parameters(ApiOperation operation) {
        return operation.path().chars().filter(letter -> letter == '{').count();
    }

    private static void ofAnswer(ApiOperation operation, Came came, List<String> complaints) {
        Map<String, Object> answer = resolved(
                Tree.map(Tree.map(operation.content().get("responses")).get(String.valueOf(came.status()))), RESPONSES);
        if (answer.isEmpty()) {
            if (came.status() != 405) {
                complaints.add(operation.name() + " has no answer with the status " + came.status());
            }
            return;
        }
        Tree.map(answer.get("headers")).forEach((name, header) -> {
            if (Boolean.TRUE.equals(resolved(Tree.map(header), HEADERS).get("required")) && came.header(name).isEmpty()) {
                complaints.add("the header " + name + " is missing");
            }
        });
        Map<String, Object> content = Tree.map(answer.get("content"));
        if (came.body().isEmpty()) {
            if (!content.isEmpty()) {
                complaints.add("there is no body");
            }
            return;
        }
        String type = plain(came.header("Content-Type"));
        if (!content.containsKey(type)) {
            complaints.add("the body is " + type + " in place of " + content.keySet());
        } else if (type.endsWith("json")) {
            ofJson(came.body(), Tree.map(Tree.map(content.get(type)).get("schema")), complaints);
        }
    }

    private static Map<String, Object> resolved(Map<String, Object> part, Map<String, Object> parts) {
        String reference = String.valueOf(part.get("$ref"));
        return part.containsKey("$ref") ? Tree.map(parts.get(reference.substring(reference.lastIndexOf('/') + 1))) : part;
    }

    private static String plain(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void ofJson(String body, Map<String, Object> schema, List<String> complaints) {
        try {
            SCHEMAS.check(schema, JSON.readValue(body, JsonNode.class), "", complaints);
        } catch (IOException unreadable) {
            complaints.add("the body is no JSON");
        }
    }

    private static void ofRequest(ApiOperation operation, Sent sent, List<String> complaints) {
        Map<String, String> query = query(sent.target());
        for (Object each : Tree.list(operation.content().get("parameters"))) {
            Map<String, Object> parameter = Tree.map(each);
            String name = String.valueOf(parameter.get("name"));
            Optional<String> value = switch (String.valueOf(parameter.get("in"))) {
                case "query" -> Optional.ofNullable(query.remove(name));
                case "header" -> sent.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
                default -> Optional.of("");
            };
            if (value.isEmpty() && Boolean.TRUE.equals(parameter.get("required"))) {
                complaints.add("the parameter " + name + " is missing");
            }
            value.filter(text -> !text.isEmpty()).ifPresent(text ->
                    SCHEMAS.checkText(Tree.map(parameter.get("schema")), text, name, complaints));
        }
        query.keySet().forEach(name -> complaints.add("there is no parameter " + name));
        Map<String, Object> wanted = Tree.map(operation.content().get("requestBody"));
        Map<String, Object> content = Tree.map(wanted.get("content"));
        if (sent.body().isEmpty()) {
            if (Boolean.TRUE.equals(wanted.get("required"))) {
                complaints.add("a body is required");
            }
        } else if (!content.isEmpty()) {
            String type = plain(sent.headers().getOrDefault("Content-Type", ""));
            if (!content.containsKey(type)) {
                complaints.add("the body sent is " + type + " in place of " + content.keySet());
            } else if (type.endsWith("json")) {
                ofJson(sent.body(), Tree.map(Tree.map(content.get(type)).get("schema")), complaints);
            }
        }
    }

    private static Map<String, String> query(String target) {
        String[] parts = target.split("\\?", 2);
        return parts.length == 1
                ? new HashMap<>()
                : Arrays.stream(parts[1].split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decoded(pair[0]), pair -> pair.length == 2 ? decoded(pair[1]) : "", (one, other) -> other));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
