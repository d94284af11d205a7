package id.setia.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests that were good and had one thing done to them: a value at its bounds, of another type or no character at all, a
 * field too many, twice or missing, lists and nesting without end, bodies cut short, strange parameters and headers. The same
 * seed makes the same ones.
 */
final class Mutants {

    private static final int LONG = 70_000;
    private static final int DEEP = 3_000;

    private static final List<String> VALUES = List.of(
            "null", "true", "false", "\"\"", "\" \"", "\"text\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u202e\\u200b\"",
            "\"e\\u0301\\ud83d\\ude00\"", "\"';--\"", "\"<script>\"", "\"{0}\"", "\"%s%n\"", "\"../../etc/passwd\"", "\"${jndi:x}\"",
            "0", "-0", "-1", "1", "1.0", "1.5", "0.1e1", "2147483647", "2147483648", "-2147483649", "9223372036854775807",
            "9223372036854775808", "-9223372036854775809", "1e308", "1e309", "1e-400", "99999999999999999999999999999999999999.5",
            "\"0\"", "\"-1\"", "\"1e9\"", "\"00012\"", "\"1,5\"", "\"NaN\"", "\"Infinity\"", "\"999999999999999999999999\"", "\"0.0000001\"",
            "\"0000-01-01\"", "\"2024-02-30\"", "\"9999-12-31\"", "\"+999999999-12-31\"", "\"1969-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"", "\"2026-11-22T25:00:00Z\"", "\"2026-11-22T10:00:00+25:00\"", "\"0000-00\"", "\"2026-13\"",
            "\"mem_00000000000000000000000000\"", "\"mem_7zzzzzzzzzzzzzzzzzzzzzzzzz\"", "\"XXX\"", "\"IDR\"", "[]", "[null]", "[[]]", "{}", "[{}]",
            "{\"amount\":\"1\",\"currency\":\"XXX\"}", "{\"amount\":1,\"currency\":\"IDR\"}", "{\"amount\":\"-1\",\"currency\":\"IDR\"}",
            "{\"amount\":\"92233720368547758.08\",\"currency\":\"IDR\"}", "{\"id\":\"a\",\"en\":\"\"}", "NaN", "'x'", "01", "tru");
    private static final List<String> TEXTS = List.of(
            "", "%00", "%F0%9F%92%A5", "%ED%A0%80", "-1", "0", "99999999999999999999", "null", "true", "9999-99-99", "2026-13", "nonsense",
            "mem_00000000000000000000000000", "%27%20OR%201=1", "..%2f..%2f", "%C0%AF", "+", "%25%25", "a".repeat(3_000));
    private static final List<String> TYPES = List.of(
            "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
            "application/json; charset=utf-16", "application/json; charset=nonsense", "application/JSON", "application/*", "json", "*/*",
            "application/problem+json");
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept", List.of("image/png", "*/*;q=0", ";;;", "application/xml", "text/csv"),
            "Accept-Language", List.of("zz", ";;;=", "id;q=2", "x".repeat(2_000)),
            "If-Match", List.of("*", "\"", "W/\"1\"", "\"99999999999999999999\"", "\"-1\"", "1", "\"1\", \"2\""),
            "Idempotency-Key", List.of("", " ", "k".repeat(5_000), "a b", "\"k\""),
            "X-Request-Id", List.of("a b", "x".repeat(500), "%00"),
            "traceparent", List.of("00", "ff-0-0-0", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00"),
            "Range", List.of("bytes=0-1", "bytes=5-1", "lines=1"));

    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    /** A request as it goes out. */
    record Mutant(String target, String mediaType, String body, Map<String, String> headers) {

        @Override
        public String toString() {
            return target + " " + mediaType + " " + headers + " " + body.substring(0, Math.min(500, body.length()));
        }
    }

    /** One thing done to a request. */
    Mutant of(Replay replay) {
        String type = replay.operation.mediaType();
        String body = replay.body == null ? "" : ContractExamples.json(replay.body);
        return switch (random.nextInt(type.endsWith("json") ? 12 : 4)) {
            case 0 -> new Mutant(withQuery(replay), type, body, Map.of());
            case 1 -> new Mutant(replay.target(), type, body, header());
            case 2 -> new Mutant(replay.target(), one(TYPES), body.isEmpty() ? "{}" : body, Map.of());
            case 3 -> new Mutant(withPath(replay), type, body, Map.of());
            case 4 -> new Mutant(replay.target(), type, cut(body), Map.of());
            default -> new Mutant(replay.target(), type, changed(replay.body), Map.of());
        };
    }

    private String withQuery(Replay replay) {
        List<String> names = new ArrayList<>(List.of("limit", "cursor", "unknown"));
        Tree.list(replay.operation.content().get("parameters")).stream()
                .map(Tree::map)
                .filter(parameter -> "query".equals(parameter.get("in")))
                .forEach(parameter -> names.add(String.valueOf(parameter.get("name"))));
        StringBuilder query = new StringBuilder(replay.query.isEmpty() ? "?" : replay.query + "&");
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            query.append(one(names)).append('=').append(one(TEXTS)).append(count > 1 ? "&" : "");
        }
        return replay.target().split("\\?")[0] + query;
    }

    private String withPath(Replay replay) {
        String target = replay.target();
        for (String value : replay.path.values()) {
            if (!value.isEmpty() && random.nextBoolean()) {
                target = target.replace(value, one(TEXTS).replace("+", "x") + "x");
            }
        }
        return target;
    }

    private Map<String, String> header() {
        String name = one(List.copyOf(HEADERS.keySet()));
        return Map.of(name, one(HEADERS.get(name)));
    }

    private String cut(String body) {
        if (body.isEmpty()) {
            return one(VALUES);
        }
        int at = random.nextInt(body.length());
        return random.nextBoolean() ? body.substring(0, at) : body.substring(0, at) + one(List.of("\u0000", "}", "\"", ",", "\ud800", "é")) + body.substring(at);
    }

    /** The JSON of a value with one thing done to it somewhere inside. */
    private String changed(Object value) {
        boolean here = random.nextInt(4) == 0;
        return switch (value) {
            case Map<?, ?> object when !here && !object.isEmpty() -> changedField(object);
            case List<?> list when !here && !list.isEmpty() -> {
                List<String> parts = new ArrayList<>(list.stream().map(ContractExamples::json).toList());
                int index = random.nextInt(parts.size());
                parts.set(index, changed(list.get(index)));
                yield "[" + String.join(",", parts) + "]";
            }
            case List<?> list when random.nextBoolean() -> "["
                    + String.join(",", Collections.nCopies(1_500, list.isEmpty() ? "1" : ContractExamples.json(list.getFirst()))) + "]";
            case null -> one(VALUES);
            default -> switch (random.nextInt(14)) {
                case 0 -> "\"" + "x".repeat(LONG) + "\"";
                case 1 -> "[".repeat(DEEP) + "]".repeat(DEEP);
                case 2 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
                case 3 -> "[" + ContractExamples.json(value) + "]";
                case 4 -> "9".repeat(4_000);
                default -> one(VALUES);
            };
        };
    }

    private String changedField(Map<?, ?> object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.forEach((name, part) -> fields.put(String.valueOf(name), ContractExamples.json(part)));
        String name = one(List.copyOf(fields.keySet()));
        String twice = "";
        switch (random.nextInt(8)) {
            case 0 -> fields.remove(name);
            case 1 -> fields.put("unknown" + random.nextInt(3), one(VALUES));
            case 2 -> twice = ",\"" + name + "\":" + one(VALUES);
            default -> fields.put(name, changed(object.get(name)));
        }
        List<String> pairs = fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + field.getValue()).toList();
        return "{" + String.join(",", pairs) + (pairs.isEmpty() ? twice.replaceFirst(",", "") : twice) + "}";
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
