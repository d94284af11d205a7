package id.setia.platform;

import id.setia.access.IdempotencyKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers of answers, as the contract tells them. */
final class ContractHeaders {

    private static final List<String> ALWAYS = List.of(Api.VERSION_HEADER, "RateLimit", "RateLimit-Policy", RequestId.HEADER);

    /** What is known again by something else too. */
    private static final Set<String> KEYED_OTHERWISE = Set.of("useVoucher", "tellMemberEvent");

    private ContractHeaders() {}

    /** The answer with the headers that it has by what the operation is. */
    static Map<String, Object> with(Map<String, Object> operation, Map<String, Object> answer) {
        Map<String, Object> headers = new TreeMap<>(Tree.map(answer.get("headers")));
        ALWAYS.forEach(name -> headers.put(name, reference(name)));
        if (takes(operation, "Idempotency-Key")) {
            headers.put(AnswerFilter.REPLAYED, reference(AnswerFilter.REPLAYED));
        }
        if (takes(operation, "If-Match")) {
            headers.put("ETag", reference("ETag"));
        }
        if (Boolean.TRUE.equals(operation.get("deprecated"))) {
            headers.put(Retirements.DEPRECATION, reference(Retirements.DEPRECATION));
            headers.put(Retirements.SUNSET, reference(Retirements.SUNSET));
        }
        Map<String, Object> complete = new LinkedHashMap<>(answer);
        complete.put("headers", headers);
        return complete;
    }

    /** Marks what is refused when it is missing; the server tells so itself, in words of its own. */
    static void require(String operationId, Map<String, Object> parameter) {
        boolean key = "Idempotency-Key".equals(parameter.get("name"));
        if (key) {
            Map<String, Object> schema = new LinkedHashMap<>(Tree.map(parameter.get("schema")));
            schema.put("maxLength", IdempotencyKeys.LONGEST);
            parameter.put("schema", schema);
        }
        if (key && !KEYED_OTHERWISE.contains(operationId) || "If-Match".equals(parameter.get("name"))) {
            parameter.put("required", true);
        }
    }

    private static boolean takes(Map<String, Object> operation, String parameter) {
        return Tree.list(operation.get("parameters")).stream().anyMatch(each -> parameter.equals(Tree.map(each).get("name")));
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/headers/" + name);
    }

    static Map<String, Object> all() {
        Map<String, Object> headers = new TreeMap<>();
        headers.put(Api.VERSION_HEADER, header("The version of the contract that the server keeps.", Api.VERSION, true));
        headers.put("RateLimit", header("What is left of the quota (`r`) and in how many seconds it is whole again (`t`).", "\"minute\";r=599;t=1", true));
        headers.put("RateLimit-Policy", header("The quota (`q`) in so many seconds (`w`).", "\"minute\";q=600;w=60", true));
        headers.put(RequestId.HEADER, header("Names the request in the server's log; the caller's own where one was sent.", "req_4f1c2a9be07d4c5f8a3b6d2e1f0c9a87", true));
        headers.put(AnswerFilter.REPLAYED, header("`true` where the request was answered before and did nothing this time.", "true", false));
        headers.put("ETag", header("The version of what was read or changed, for `If-Match`.", "\"3\"", false));
        headers.put(Retirements.DEPRECATION, header("Since when something else should be used (RFC 9745).", "@1801353600", true));
        headers.put(Retirements.SUNSET, header("From when on the operation may be gone (RFC 8594).", "Sat, 31 Jul 2027 00:00:00 GMT", true));
        return headers;
    }

    private static Map<String, Object> header(String description, String example, boolean always) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("example", example);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("description", description);
        header.put("required", always);
        header.put("schema", schema);
        return header;
    }
}
