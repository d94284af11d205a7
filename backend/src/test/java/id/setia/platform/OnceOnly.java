package id.setia.platform;

import id.setia.testing.Browser;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations that have their effect once: those that take a key, and those whose answers say whether they are replays. */
final class OnceOnly {

    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");

    private OnceOnly() {}

    /** Those whose examples can succeed. */
    static Stream<ApiOperation> of(Replays replays) {
        return replays.operations().stream()
                .filter(operation -> isKeyed(operation) || saysWhetherReplayed(operation))
                .filter(operation -> !operation.content().get("operationId").equals("validateVoucher"))
                .filter(operation -> !ExampleReplayTest.REFUSED.containsKey(String.valueOf(operation.content().get("operationId"))));
    }

    static boolean isKeyed(ApiOperation operation) {
        return Tree.list(operation.content().get("parameters")).stream()
                .anyMatch(each -> "Idempotency-Key".equals(Tree.map(each).get("name")));
    }

    static boolean saysWhetherReplayed(ApiOperation operation) {
        return operation.method().equals("POST") && Tree.map(operation.content().get("responses")).entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> Tree.map(Tree.map(Tree.map(response.getValue()).get("content")).get("application/json")).get("example"))
                .anyMatch(example -> example instanceof Map<?, ?> fields && fields.containsKey("replayed"));
    }

    static boolean isReplay(Browser.Answer answer) {
        return answer.header("Idempotency-Replayed").equals("true") || Set.of("true", "1").contains(answer.text("replayed"));
    }

    /** The ids in the answer. */
    static Set<String> things(Browser.Answer answer) {
        return ID.matcher(answer.body()).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
