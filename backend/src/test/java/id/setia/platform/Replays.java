package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.testing.Browser;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestMembers.TestMember;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the examples of the contract into requests that a server of its own can answer: its ids become those of things made
 * for it, by replaying the examples that make them; its days are moved to where today is; what must be unique becomes so. What
 * more an operation needs is said in {@link Preparations}.
 */
final class Replays {

    /** By which operation a thing is made whose id stands in a path. */
    private static final Map<String, String> MAKERS = Map.ofEntries(
            Map.entry("apiClientId", "createApiClient"),
            Map.entry("approvalId", "adjustPoints"),
            Map.entry("audienceId", "createAudience"),
            Map.entry("calendarId", "createCalendar"),
            Map.entry("caseId", "reportMissingPoints"),
            Map.entry("claimId", "startClaim"),
            Map.entry("draftId", "createRuleDraft"),
            Map.entry("enrolmentId", "startEnrolment"),
            Map.entry("holdId", "createHold"),
            Map.entry("offerId", "createOffer"),
            Map.entry("partnerId", "createPartner"),
            Map.entry("purchaseId", "postPurchase"),
            Map.entry("redemptionId", "redeemReward"),
            Map.entry("refundId", "postRefund"),
            Map.entry("rejudgementId", "tryJudgingAgain"),
            Map.entry("rewardId", "createReward"),
            Map.entry("ruleId", "createRule"),
            Map.entry("staffId", "inviteStaff"),
            Map.entry("storeId", "createStore"),
            Map.entry("terminalId", "createTerminal"),
            Map.entry("webhookEndpointId", "createWebhookEndpoint"));

    private static final Map<String, UnaryOperator<Replay>> OTHERS = Map.of(
            "setAccountingValue", replay -> replay.with("value", "9.75"),
            "postPurchase", replay -> replay.with("total", Map.of("amount", "99000", "currency", "IDR")),
            "postExchange", replay -> replay.with("purchase", changed(Tree.map(replay.body).get("purchase"))),
            "createBackTest", replay -> replay.with("until", LocalDate.now(ZoneOffset.UTC).minusDays(9).toString()),
            "postPurchases", replay -> replay.with(
                    "purchases", List.of(changed(Tree.list(Tree.map(replay.body).get("purchases")).getFirst()))),
            "postRefunds", replay -> replay.with("refunds", List.of(twice(Tree.list(Tree.map(replay.body).get("refunds")).getFirst()))),
            "postRefund", replay -> replay.with("lines", List.of(twoOf(Tree.list(Tree.map(replay.body).get("lines")).getFirst()))),
            "useVoucher", replay -> replay.with("positions", List.of(1)));

    private final Map<String, ApiOperation> operations;
    private final ContractCallers callers = ContractCallers.ofProgram();
    private final ApplicationContext context;
    private final TestShop shop;
    private final TestMembers members;
    private final TestBrowsers browsers;
    private final BusinessClock clock;
    private final Browser administrator;
    private final Browser agent;
    private Browser till;
    private Instant tillSince = Instant.EPOCH;
    private final Map<String, Consumer<Replay>> preparations = new HashMap<>();

    Replays(ApplicationContext context) {
        this.context = context;
        this.operations = ApiOperation.of(Yaml.read(Contract.published())).collect(Collectors.toMap(
                operation -> String.valueOf(operation.content().get("operationId")), operation -> operation, (one, other) -> one, LinkedHashMap::new));
        this.shop = context.getBean(TestShop.class);
        this.members = context.getBean(TestMembers.class);
        this.browsers = context.getBean(TestBrowsers.class);
        this.clock = context.getBean(BusinessClock.class);
        shop.open();
        administrator = browsers.staff(Role.ADMINISTRATOR);
        agent = browsers.staff(Role.SERVICE_AGENT);
        for (Preparations topic : List.of(
                new SpendingPreparations(this),
                new MemberPreparations(this),
                new FilePreparations(this),
                new RulePreparations(this),
                new SetUpPreparations(this))) {
            preparations.putAll(topic.byOperation());
        }
    }

    /** All of them, or those whose names have the text of {@code setia.replay.only} in them. */
    List<ApiOperation> operations() {
        return operations.values().stream()
                .filter(operation -> operation.name().contains(System.getProperty("setia.replay.only", "")))
                .toList();
    }

    ApplicationContext context() {
        return context;
    }

    /** Somebody of the staff who may do everything. */
    Browser administrator() {
        return administrator;
    }

    /** Somebody of the staff whose acts need another's yes above a limit. */
    Browser agent() {
        return agent;
    }

    /** A request without anything of its example. */
    Replay bare(String operationId, TestMember member) {
        return new Replay(operations.get(operationId), member);
    }

    /** The example of an operation, ready to be sent. */
    Replay ready(String operationId) {
        return ready(operationId, members.join());
    }

    Replay ready(String operationId, TestMember member) {
        ApiOperation operation = operations.get(operationId);
        Replay replay = new Replay(operation, member);
        replay.caller = caller(operationId, replay);
        Map<String, Object> content = Tree.map(Tree.map(operation.content().get("requestBody")).get("content"));
        Object example = content.isEmpty() ? null : Tree.map(content.get(content.keySet().iterator().next())).get("example");
        replay.body = example == null ? null : new ExampleFitting(this).fitted(example, replay);
        Matcher parameter = Pattern.compile("\\{([^}]+)}").matcher(operation.path());
        while (parameter.find()) {
            replay.path.put(parameter.group(1), "");
        }
        required(replay);
        preparations.getOrDefault(operationId, any -> {}).accept(replay);
        replay.path.replaceAll((name, value) -> value.isEmpty() ? made(name, replay) : value);
        return replay;
    }

    /** The same request asking for something else; empty where there is nothing else to ask for. */
    Optional<Replay> other(Replay replay) {
        Replay other = replay.twin();
        if (replay.id().equals("redeemReward")) {
            return Optional.of(other.with("rewardId", published(other)));
        }
        if (OTHERS.containsKey(replay.id())) {
            return Optional.of(OTHERS.get(replay.id()).apply(other));
        }
        return Stream.of("explanation", "reason", "reference")
                .filter(field -> Tree.map(replay.body).containsKey(field))
                .findFirst()
                .map(field -> other.with(field, "Lain lagi"));
    }

    private static Object twoOf(Object line) {
        Map<String, Object> two = new LinkedHashMap<>(Tree.map(line));
        two.put("quantity", "2");
        return two;
    }

    private static Object twice(Object refund) {
        Map<String, Object> more = new LinkedHashMap<>(Tree.map(refund));
        more.put("lines", List.of(twoOf(Tree.list(Tree.map(refund).get("lines")).getFirst())));
        return more;
    }

    private static Object changed(Object purchase) {
        Map<String, Object> other = new LinkedHashMap<>(Tree.map(purchase));
        other.put("total", Map.of("amount", "99000", "currency", "IDR"));
        return other;
    }

    /** The request made by another caller of the same kind. */
    Replay ofAnother(Replay replay) {
        if (replay.caller == till) {
            replay.caller = browsers.till();
        } else if (replay.caller == administrator) {
            replay.caller = browsers.staff(Role.ADMINISTRATOR);
        }
        return replay;
    }

    /** Callers whom nothing belongs to. */
    Map<String, Browser> others() {
        return Map.of(
                "a till of another partner", context.getBean(TestTills.class).tillOfAnotherPartner().unwatched(),
                "another member", browsers.member(members.join().email()).unwatched());
    }

    private static void required(Replay replay) {
        String query = Tree.list(replay.operation.content().get("parameters")).stream()
                .map(Tree::map)
                .filter(parameter -> "query".equals(parameter.get("in")) && Boolean.TRUE.equals(parameter.get("required")))
                .map(parameter -> parameter.get("name") + "=" + ExampleFitting.day(text(parameter)))
                .collect(Collectors.joining("&"));
        replay.query = query.isEmpty() ? "" : "?" + query;
    }

    private static String text(Map<String, Object> parameter) {
        return String.valueOf(parameter.getOrDefault("example", Tree.map(parameter.get("schema")).get("example")));
    }

    private Browser caller(String operationId, Replay replay) {
        Allowed allowed = callers.of(operationId);
        if (allowed.staff().length > 0 && allowed.scopes().length == 0 && replay.operation.path().startsWith("/staff/me")) {
            return browsers.staff(Role.ADMINISTRATOR);
        }
        if (allowed.staff().length > 0) {
            return administrator;
        }
        if (allowed.scopes().length > 0) {
            return till();
        }
        return allowed.member() ? browsers.member(replay.member.email()) : context.getBean(TestTills.class).browser();
    }

    /** A till whose token is good for minutes more. */
    private Browser till() {
        Instant now = context.getBean(SystemClock.class).now();
        if (tillSince.plus(Duration.ofMinutes(8)).isBefore(now)) {
            till = browsers.till();
            tillSince = now;
        }
        return till;
    }

    private String made(String parameter, Replay replay) {
        return switch (parameter) {
            case "memberId" -> replay.caller == administrator || replay.caller == agent || replay.caller == till
                    ? PublicId.MEMBER.format(replay.member.id())
                    : "me";
            case "purpose" -> "marketing_email";
            case "month" -> YearMonth.from(clock.now().atZone(ZoneOffset.UTC)).minusMonths(1).toString();
            case "number" -> "1";
            default -> MAKERS.containsKey(parameter)
                    ? found(make(MAKERS.get(parameter), replay.member), parameter)
                    : example(parameter, replay);
        };
    }

    private static String example(String parameter, Replay replay) {
        return Tree.list(replay.operation.content().get("parameters")).stream()
                .map(Tree::map)
                .filter(each -> parameter.equals(each.get("name")))
                .map(Replays::text)
                .findFirst()
                .orElse("nothing");
    }

    /** What the example of an operation makes, about this member. */
    Browser.Answer make(String operationId, TestMember member) {
        return make(ready(operationId, member));
    }

    Browser.Answer make(Replay replay) {
        Browser.Answer answer = replay.send(key());
        if (answer.status() >= 300) {
            throw new AssertionError(replay.id() + " could not be replayed: " + answer.body());
        }
        return answer;
    }

    static String key() {
        return TestTills.number();
    }

    /** A reward that may be redeemed, and points for it. */
    String published(Replay replay) {
        String reward = make("createReward", replay.member).text("rewardId");
        Replay publication = ready("publishReward", replay.member);
        publication.path.put("rewardId", reward);
        make(publication);
        context.getBean(TestRewards.class).give(replay.member.id(), 5_000);
        return reward;
    }

    /** The id of something made for the request, where it is known by which operation. */
    Optional<String> madeFor(String parameter, Replay replay) {
        return MAKERS.containsKey(parameter) ? Optional.of(made(parameter, replay)) : Optional.empty();
    }

    /** The first value of a field of this name, wherever it stands in the answer. */
    static String found(Browser.Answer answer, String field) {
        Matcher value = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(answer.body());
        if (!value.find()) {
            throw new AssertionError("no " + field + " in " + answer.body());
        }
        return value.group(1);
    }
}
