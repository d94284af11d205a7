package id.setia.platform;

import id.setia.kernel.PublicId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operation of the contract, and the most harmless request for it. */
record ApiOperation(String method, String path, Map<String, Object> content) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final UUID NOTHING = new UUID(0, 0);

    static Stream<ApiOperation> of(Map<String, Object> contract) {
        return Tree.map(contract.get("paths")).entrySet().stream().flatMap(path -> METHODS.stream()
                .filter(Tree.map(path.getValue())::containsKey)
                .map(method -> new ApiOperation(
                        method.toUpperCase(Locale.ROOT), path.getKey(), Tree.map(Tree.map(path.getValue()).get(method)))));
    }

    /** As the table names it, {@code GET /members/{memberId}}. */
    String name() {
        return method + " " + path;
    }

    boolean endsSession() {
        return name().equals("DELETE /session");
    }

    /** The path with the member's id in its place and ids of nothing in all others. */
    String pathFor(UUID memberId) {
        return Api.BASE + PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).equals("memberId") ? PublicId.MEMBER.format(memberId) : nothing(found.group(1))));
    }

    /** An id of nothing, of the kind that the parameter takes. */
    static String nothing(String parameter) {
        String kind = parameter.replaceAll("Id$", "").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return Arrays.stream(PublicId.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> known.format(NOTHING))
                .orElse("nothing");
    }

    /** The media type of the body, empty where the operation takes none. */
    String mediaType() {
        String type = Tree.map(Tree.map(content.get("requestBody")).get("content")).keySet().stream().findFirst().orElse("");
        return type.startsWith("multipart/") ? type + "; boundary=x" : type;
    }

    /** A body that can be read and says nothing. */
    String body() {
        String type = mediaType();
        if (type.startsWith("multipart/")) {
            return "--x--\r\n";
        }
        return type.endsWith("json") ? "{}" : "";
    }

    /** The scopes of which a token needs one. */
    Set<String> scopes() {
        return Tree.list(content.get("security")).stream()
                .flatMap(way -> Tree.list(Tree.map(way).get("clientCredentials")).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
