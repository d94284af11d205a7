package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import id.setia.partners.ApiClients;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the contract, called over HTTP as everybody, answers as the table of permissions says. */
@SetiaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "micronaut.server.client-address-header", value = "X-Forwarded-For")
@Property(name = "setia.rate-limits.stranger", value = "1000000")
@Property(name = "setia.rate-limits.session", value = "1000000")
@Property(name = "setia.rate-limits.client", value = "1000000")
class PermissionTableTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final Set<String> REFUSALS = Set.of("unauthenticated", "forbidden", "insufficient_scope");

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    Router router;

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

    private final PermissionTable table = PermissionTable.read();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<Scope, Browser> withOnly = new LinkedHashMap<>();
    private final Map<Scope, Browser> withoutOnly = new LinkedHashMap<>();
    private UUID somebody;

    /** Who calls, how they come in anew, and whose member id stands in the paths. */
    private record Visitor(Browser browser, Supplier<Browser> anew, UUID memberId) {

        Browser browser(ApiOperation operation) {
            return operation.endsSession() ? anew.get() : browser;
        }
    }

    @BeforeEach
    void meet_everybody() {
        if (!visitors.isEmpty()) {
            return;
        }
        shop.open();
        somebody = members.join().id();
        visit("stranger", this::browser, somebody);
        TestMembers.TestMember budi = members.join();
        visit("member_own", () -> signedIn("member", budi.email()), budi.id());
        TestMembers.TestMember siti = members.join();
        visit("member_other", () -> signedIn("member", siti.email()), somebody);
        for (Role role : Role.values()) {
            String email = role.value() + "-" + ids.next() + "@example.com";
            staff.create(NOBODY, email, "Rina", TestMembers.PASSWORD, Set.of(role), storesOf(role));
            visit(role.value(), () -> signedIn("staff", email), somebody);
        }
        UUID owner = shop.store().partnerId();
        UUID other = partners.createPartner(NOBODY, "lain-" + ids.next().toString().substring(24), "Mitra Lain", false).id();
        UUID terminal = partners.createTerminal(NOBODY, shop.store().id(), ids.next().toString().substring(0, 20)).id();
        Set<Scope> every = EnumSet.allOf(Scope.class);
        visit("till", () -> client(owner, Optional.of(terminal), every), somebody);
        visit("partner", () -> client(owner, Optional.empty(), every), somebody);
        visit("other_partner", () -> client(other, Optional.empty(), every), somebody);
        for (Scope scope : Scope.values()) {
            withOnly.put(scope, client(owner, Optional.empty(), EnumSet.of(scope)));
            withoutOnly.put(scope, client(owner, Optional.empty(), EnumSet.complementOf(EnumSet.of(scope))));
        }
    }

    private void visit(String name, Supplier<Browser> anew, UUID memberId) {
        visitors.put(name, new Visitor(anew.get(), anew, memberId));
    }

    private Set<UUID> storesOf(Role role) {
        return role == Role.STORE_MANAGER ? Set.of(shop.store().id()) : Set.of();
    }

    @Test
    void the_table_has_a_column_for_everybody() {
        assertThat(table.columns()).containsExactlyElementsOf(visitors.keySet());
    }

    @Test
    void every_operation_has_its_row() {
        List<String> missing = operations()
                .filter(operation -> !table.rows().containsKey(operation.name()))
                .map(operation -> observed(operation).line())
                .toList();
        if (!missing.isEmpty()) {
            fail(PermissionTable.FILE + " has no row for " + missing.size() + " operations. The server answers as follows;"
                    + " if every word of it is meant so, add these lines (the columns are " + String.join(", ", table.columns())
                    + ", scope):\n\n" + String.join("\n", missing) + "\n");
        }
    }

    @Test
    void every_row_has_its_operation() {
        Set<String> gone = new TreeSet<>(table.rows().keySet());
        operations().map(ApiOperation::name).forEach(gone::remove);

        assertThat(gone).as("rows of " + PermissionTable.FILE + " to be taken out, since the contract has no such operation").isEmpty();
    }

    @Test
    void every_route_of_the_server_stands_in_the_contract() {
        Set<String> known = operations().map(ApiOperation::name).collect(Collectors.toSet());
        var program = Application.class.getProtectionDomain().getCodeSource().getLocation();
        Set<String> unknown = router.uriRoutes()
                .filter(route -> program.equals(route.getDeclaringType().getProtectionDomain().getCodeSource().getLocation()))
                .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
                .filter(route -> route.contains(" " + Api.BASE + "/"))
                .map(route -> route.replace(" " + Api.BASE, " "))
                .map(route -> route.replaceAll("\\{([A-Za-z]+)[^}]*}", "{$1}"))
                .filter(route -> !known.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_operation_answers_everybody_as_the_table_says() {
        return operations().filter(operation -> table.rows().containsKey(operation.name()))
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> compare(operation)));
    }

    private void compare(ApiOperation operation) {
        PermissionTable.Row row = table.rows().get(operation.name());
        List<String> differences = new ArrayList<>();
        Map<String, Browser.Answer> answers = answers(operation);
        answers.forEach((name, answer) -> {
            String wanted = row.answers().get(name);
            if (!fits(wanted, answer)) {
                differences.add(name + ": the table says " + wanted + ", the server answers " + answer.status() + " "
                        + (answer.status() >= 400 ? answer.text("code") : ""));
            }
        });
        if (!operation.scopes().equals(row.scopes())) {
            differences.add("scope: the table says " + row.scopes() + ", the operation " + operation.scopes());
        }
        if (!differences.isEmpty()) {
            fail(operation.name() + "\n  " + String.join("\n  ", differences) + "\n\nThe row as the server answers:\n\n"
                    + line(operation, answers).line() + "\n");
        }
    }

    private static boolean fits(String wanted, Browser.Answer answer) {
        return switch (wanted) {
            case "yes" -> !REFUSED.contains(answer.status()) && answer.status() < 500;
            case "no" -> REFUSED.contains(answer.status()) && REFUSALS.contains(answer.text("code"));
            default -> answer.status() == 404;
        };
    }

    @TestFactory
    Stream<DynamicTest> a_token_needs_one_of_the_scopes_of_the_table() {
        return operations()
                .filter(operation -> table.rows().containsKey(operation.name()))
                .filter(operation -> !table.rows().get(operation.name()).scopes().isEmpty())
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> compareScopes(operation)));
    }

    private void compareScopes(ApiOperation operation) {
        Set<String> scopes = table.rows().get(operation.name()).scopes();
        for (Scope scope : Scope.values()) {
            assertLetIn(operation, withOnly.get(scope), scopes.contains(scope.value()), "only " + scope.value());
            boolean another = scopes.stream().anyMatch(wanted -> !wanted.equals(scope.value()));
            assertLetIn(operation, withoutOnly.get(scope), another, "all but " + scope.value());
        }
    }

    private void assertLetIn(ApiOperation operation, Browser client, boolean wanted, String scopes) {
        Browser.Answer answer = call(operation, client, somebody);
        String request = operation.name() + " by a token with " + scopes;
        if (wanted) {
            assertThat(answer.status()).as(request).isNotIn(401, 500, 503);
            assertThat(answer.body()).as(request).doesNotContain("insufficient_scope");
        } else {
            assertThat(answer.status()).as(request).isEqualTo(403);
            assertThat(answer.text("code")).as(request).isEqualTo("insufficient_scope");
        }
    }

    private PermissionTable.Row observed(ApiOperation operation) {
        return line(operation, answers(operation));
    }

    private PermissionTable.Row line(ApiOperation operation, Map<String, Browser.Answer> answers) {
        Map<String, String> cells = new LinkedHashMap<>();
        answers.forEach((name, answer) -> {
            boolean hidden = answer.status() == 404 && hides(operation, name, answers);
            cells.put(name, REFUSED.contains(answer.status()) ? "no" : hidden ? "404" : "yes");
        });
        return new PermissionTable.Row(operation.name(), cells, operation.scopes());
    }

    /** Whether a 404 to the caller hides the member, and is not only about an id of nothing. */
    private static boolean hides(ApiOperation operation, String name, Map<String, Browser.Answer> answers) {
        return operation.path().contains("{memberId}")
                && (name.equals("member_other")
                        || name.equals("other_partner") && answers.get("partner").status() != 404);
    }

    private Map<String, Browser.Answer> answers(ApiOperation operation) {
        Map<String, Browser.Answer> answers = new LinkedHashMap<>();
        visitors.forEach((name, visitor) ->
                answers.put(name, call(operation, visitor.browser(operation), visitor.memberId())));
        return answers;
    }

    private static Browser.Answer call(ApiOperation operation, Browser browser, UUID memberId) {
        return browser.send(operation.method(), operation.pathFor(memberId), operation.mediaType(), operation.body());
    }

    private Stream<ApiOperation> operations() {
        return ApiOperation.of(Yaml.read(browser().get(Api.BASE + "/openapi.yaml").body()));
    }

    /** From an address of its own, since refusals are counted by address for all tests together. */
    private Browser browser() {
        return new Browser(server, mapper).unwatched().with("X-Forwarded-For", "203.0.113.8");
    }

    private Browser signedIn(String kind, String email) {
        Browser browser = browser();
        Browser.Answer answer = browser.post(
                Api.BASE + "/session",
                "{\"kind\":\"" + kind + "\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }

    private Browser client(UUID partnerId, Optional<UUID> terminalId, Set<Scope> scopes) {
        var issued = clients.create(NOBODY, "izin-" + ids.next(), partnerId, terminalId, "Uji", scopes);
        Browser.Answer answer = browser().postForm(
                Api.BASE + "/oauth/token",
                "grant_type=client_credentials&client_id=" + issued.clientKey() + "&client_secret=" + issued.secret());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return browser().with("Authorization", "Bearer " + answer.text("access_token"));
    }
}
