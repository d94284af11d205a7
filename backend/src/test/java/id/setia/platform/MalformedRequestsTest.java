package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import id.setia.kernel.ProblemCode;
import id.setia.partners.ApiClients;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Terminal;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract against everything a broken or hostile caller may send. Whoever is sent away at the door
 * sends one thing of each kind, another to each operation, and each place of a good request holds one in four of the values,
 * others in the next; everything where the tests are to be full.
 */
@SetiaTest
@Property(name = "micronaut.server.client-address-header", value = "X-Forwarded-For")
@Property(name = "setia.rate-limits.stranger", value = "1000000")
@Property(name = "setia.rate-limits.session", value = "1000000")
class MalformedRequestsTest {

    private static final boolean FULL = Boolean.getBoolean("setia.test.full");
    private static final int ONE_IN = 4;
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final Set<String> CODES =
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());
    private static final List<String> IDS = List.of(
            "nonsense", "%00", "me", "..%2f..%2fetc", "%F0%9F%92%A5", "mem_00000000000000000000000000",
            "pur_00000000000000000000000000", "ref_00000000000000000000000000", "off_00000000000000000000000000",
            "job_00000000000000000000000000", "enr_00000000000000000000000000", "pur_zzzzzzzzzzzzzzzzzzzzzzzzzz");
    private static final List<String> QUERIES = List.of(
            "", "?limit=many", "?limit=-1", "?limit=0", "?limit=99999999999999999999", "?limit=1&limit=2",
            "?cursor=%00", "?cursor=bm9uc2Vuc2U", "?cursor=***", "?cursor=" + "A".repeat(3_000), "?unknown=1", "?=&&=");
    private static final List<String> BODIES = List.of(
            "", "{", "[]", "null", "7", "\"text\"", "{}", "{\"unknown\":1}", "{\"a\":{\"b\":[{\"c\":null}]}}",
            "[".repeat(2_000), "{\"a\":1,\"a\":2}", "\u0000", "{\"member\":\"\\ud800\"}", "grant_type=&client_id=%zz&scope=%00");
    private static final List<String> VALUES = List.of(
            "null", "true", "\"\"", "\"text\"", "\"\\u0000\"", "-1", "0", "1.5", "1e400", "99999999999999999999999", "[]", "{}",
            "[null]", "[[]]", "[{}]", "{\"amount\":\"1e9\",\"currency\":\"IDR\"}",
            "{\"amount\":\"99999999999999999999\",\"currency\":\"XXX\"}", "\"" + "x".repeat(5_000) + "\"", "\"9999-99-99\"",
            "\"+1000000000-01-01T00:00:00Z\"");
    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded", "application/json; charset=nonsense", "image/png");

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    StaffAccounts staff;

    @Inject
    PartnerDirectory partners;

    @Inject
    ApiClients clients;

    @Inject
    IdMaker ids;

    private final Map<String, Browser> callers = new LinkedHashMap<>();

    private record Operation(String method, String path, Map<String, Object> content) {}

    @BeforeEach
    void meet_every_kind_of_caller() {
        shop.open();
        callers.put("a stranger", browser());
        callers.put("an unreadable token", browser().with("Authorization", "Bearer nonsense"));
        callers.put("another scheme", browser().with("Authorization", "Basic %%%"));
        callers.put("a token of the wrong scope", client(EnumSet.of(Scope.PROGRAM_READ)));
        callers.put("a till", client(EnumSet.allOf(Scope.class)));
        String email = members.join().email();
        callers.put("a member", signedIn("member", email, TestMembers.PASSWORD));
        callers.put("a member without the CSRF token", signedIn("member", email, TestMembers.PASSWORD).with("X-CSRF-Token", ""));
        String staffEmail = "staff-" + ids.next() + "@example.com";
        staff.create(new Caller.Stranger(), staffEmail, "Adi Nugroho", TestMembers.PASSWORD, Set.of(Role.ADMINISTRATOR));
        callers.put("an administrator", signedIn("staff", staffEmail, TestMembers.PASSWORD));
    }

    @TestFactory
    Stream<DynamicTest> no_operation_breaks_and_every_refusal_is_a_problem() {
        return operations().map(operation -> DynamicTest.dynamicTest(
                operation.method() + " " + operation.path(), () -> callers.forEach((name, caller) -> attack(operation, name, caller))));
    }

    @TestFactory
    Stream<DynamicTest> no_value_in_a_good_request_breaks_an_operation() {
        return operations()
                .filter(operation -> content(operation).containsKey("application/json"))
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    Object example = Tree.map(content(operation).get("application/json")).get("example");
                    String name = likelyCaller(operation);
                    String path = paths(operation).getLast();
                    send(operation, name, callers.get(name), path, "application/json", ContractExamples.json(example));
                    for (int value = 0; value < VALUES.size(); value++) {
                        List<String> bodies = ContractExamples.withEachReplaced(example, VALUES.get(value));
                        for (int place = 0; place < bodies.size(); place++) {
                            if (FULL || (value + place) % ONE_IN == 0) {
                                send(operation, name, callers.get(name), path, "application/json", bodies.get(place));
                            }
                        }
                    }
                }));
    }

    private static String likelyCaller(Operation operation) {
        List<Object> security = Tree.list(operation.content().get("security"));
        if (security.stream().anyMatch(way -> Tree.map(way).containsKey("clientCredentials"))) {
            return "a till";
        }
        return security.stream().anyMatch(way -> Tree.map(way).isEmpty()) ? "a stranger" : "an administrator";
    }

    private static Map<String, Object> content(Operation operation) {
        return Tree.map(Tree.map(operation.content().get("requestBody")).get("content"));
    }

    private void attack(Operation operation, String name, Browser caller) {
        boolean all = FULL
                || Set.of("a stranger", "a member", "an administrator").contains(name)
                || name.equals(likelyCaller(operation));
        int turn = (operation.method() + operation.path() + name).hashCode();
        for (String path : all ? paths(operation) : one(paths(operation), turn)) {
            send(operation, name, caller, path, "", "");
        }
        if (operation.method().equals("GET")) {
            (all ? QUERIES : one(QUERIES, turn))
                    .forEach(query -> send(operation, name, caller, paths(operation).getFirst() + query, "", ""));
            return;
        }
        String path = paths(operation).getLast();
        for (String body : all ? BODIES : one(BODIES, turn)) {
            send(operation, name, caller, path, "application/json", body);
        }
        for (String mediaType : all ? MEDIA_TYPES : one(MEDIA_TYPES, turn)) {
            send(operation, name, caller, path, mediaType, "{\"unknown\":1}");
        }
        if (operation.content().containsKey("requestBody") && name.equals("a stranger")) {
            send(operation, name, caller, path, "application/json", "\"" + "x".repeat(17 * 1024 * 1024) + "\"");
        }
    }

    private static List<String> one(List<String> many, int turn) {
        return List.of(many.get(Math.floorMod(turn, many.size())));
    }

    private void send(Operation operation, String name, Browser caller, String path, String mediaType, String body) {
        if (operation.path().equals("/session") && operation.method().equals("DELETE") && !name.equals("a stranger")) {
            return;
        }
        Browser.Answer answer = caller.send(operation.method(), Api.BASE + path, mediaType, body);
        String request = name + " sends " + operation.method() + " " + path + " " + mediaType + " "
                + body.substring(0, Math.min(body.length(), 200));
        assertSound(request, answer);
    }

    /** That the answer is no fault of ours, and a refusal is a problem with a code that is known and no word of the inside. */
    static void assertSound(String request, Browser.Answer answer) {
        assertThat(answer.status()).as(request).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as(request).isEqualTo("application/problem+json");
            assertThat(CODES).as(request).contains(answer.text("code"));
            assertThat(answer.text("requestId")).as(request).isNotBlank();
            assertThat(answer.body()).as(request).doesNotContain("Exception", "id.setia.", "SELECT ", "java.");
        }
    }

    private static List<String> paths(Operation operation) {
        if (!operation.path().contains("{")) {
            return List.of(operation.path());
        }
        return IDS.stream().map(id -> operation.path().replaceAll("\\{[^}]+}", id)).toList();
    }

    private static Stream<Operation> operations() {
        return Tree.map(contract().get("paths")).entrySet().stream().flatMap(path -> METHODS.stream()
                .filter(Tree.map(path.getValue())::containsKey)
                .map(method -> new Operation(
                        method.toUpperCase(), path.getKey(), Tree.map(Tree.map(path.getValue()).get(method)))));
    }

    private static Map<String, Object> contract() {
        return Yaml.read(Contract.published());
    }

    /** From an address of its own, since refusals are counted by address for all tests together. */
    private Browser browser() {
        return new Browser(server, mapper).unwatched().with("X-Forwarded-For", "203.0.113.7");
    }

    private Browser signedIn(String kind, String email, String password) {
        Browser browser = browser();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"" + kind + "\",\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }

    private Browser client(Set<Scope> scopes) {
        Terminal terminal = partners.createTerminal(
                new Caller.Stranger(), shop.store().id(), ids.next().toString().substring(0, 20));
        var issued = clients.create(
                new Caller.Stranger(), "fuzz-" + ids.next(), shop.store().partnerId(), Optional.of(terminal.id()), "Uji", scopes);
        Browser.Answer answer = browser().postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + issued.clientKey() + "&client_secret=" + issued.secret());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return browser().with("Authorization", "Bearer " + answer.text("access_token"));
    }
}
