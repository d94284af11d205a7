package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.access.TestTokens;
import id.setia.kernel.IdMaker;
import id.setia.members.ConsentChoice;
import id.setia.members.ConsentPurpose;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every operation of the contract against credentials that are no good, and against partners who lack the scope or the
 * member's consent. Goes by the contract and the table of permissions, so that a new operation needs nothing here.
 */
@SetiaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "micronaut.server.client-address-header", value = "X-Forwarded-For")
@Property(name = "setia.rate-limits.stranger", value = "1000000")
@Property(name = "setia.rate-limits.session", value = "1000000")
@Property(name = "setia.rate-limits.client", value = "1000000")
class CredentialsTest {

    private static final Caller NOBODY = new Caller.Stranger();

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestTokens tokens;

    @Inject
    PartnerDirectory partners;

    @Inject
    ApiClients clients;

    @Inject
    IdMaker ids;

    private final PermissionTable table = PermissionTable.read();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private UUID partner;
    private UUID silent;
    private UUID consenting;
    private Browser scopeless;
    private Browser other;

    @BeforeEach
    void make_the_credentials() {
        if (partner != null) {
            return;
        }
        shop.open();
        partner = partners.createPartner(NOBODY, "kred-" + ids.next().toString().substring(24), "Mitra Lain", false).id();
        IssuedClient client = client();
        tokens.forged(client.id()).forEach(refused::put);
        IssuedClient revoked = client();
        refused.put("a revoked client", tokens.good(revoked.id()));
        clients.revoke(NOBODY, revoked.id());
        refused.put("no client at all", tokens.good(ids.next()));
        refused.put("nonsense", "nonsense");
        other = bearing(tokens.good(client.id()));
        scopeless = bearing(tokens.good(
                clients.create(NOBODY, "kred-" + ids.next(), partner, Optional.empty(), "Uji", EnumSet.noneOf(Scope.class)).id()));
        silent = members.join().id();
        consenting = members.joinWith(List.of(new ConsentChoice(ConsentPurpose.PARTNER_SHARING.value(), true))).id();
    }

    private IssuedClient client() {
        return clients.create(NOBODY, "kred-" + ids.next(), partner, Optional.empty(), "Uji", EnumSet.allOf(Scope.class));
    }

    private Browser bearing(String token) {
        return new Browser(server, mapper).unwatched().with("X-Forwarded-For", "203.0.113.9").with("Authorization", "Bearer " + token);
    }

    @TestFactory
    Stream<DynamicTest> no_operation_takes_a_token_that_is_no_good() {
        return operations().map(operation -> DynamicTest.dynamicTest(
                operation.name(), () -> refused.forEach((flaw, token) -> {
                    Browser.Answer answer = call(operation, bearing(token), silent);
                    assertRefused(operation.name() + " with " + flaw, answer, 401, "unauthenticated");
                    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"setia\", error=\"invalid_token\"");
                })));
    }

    @TestFactory
    Stream<DynamicTest> every_operation_tells_that_a_token_has_expired() {
        Browser late = bearing(tokens.expired(client().id()));
        return operations().map(operation -> DynamicTest.dynamicTest(
                operation.name(), () -> assertRefused(operation.name(), call(operation, late, silent), 401, "token_expired")));
    }

    @TestFactory
    Stream<DynamicTest> a_partner_without_a_scope_is_let_in_only_where_everybody_is() {
        return operations().filter(operation -> !isOpen(operation)).map(operation -> DynamicTest.dynamicTest(
                operation.name(),
                () -> assertRefused(
                        operation.name(),
                        call(operation, scopeless, silent),
                        403,
                        operation.scopes().isEmpty() ? "forbidden" : "insufficient_scope")));
    }

    @TestFactory
    Stream<DynamicTest> what_is_hidden_from_another_partner_is_shown_with_the_member_s_consent() {
        return hidden().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Browser.Answer with = call(operation, other, consenting);
            Browser.Answer without = call(operation, other, silent);
            Browser.Answer nobody = call(operation, other, ids.next());

            assertThat(with.status()).as(with.body()).isLessThan(300);
            assertThat(without.status()).as(without.body()).isEqualTo(404);
            assertThat(words(without)).as("somebody and nobody are told apart").isEqualTo(words(nobody));
            assertThat(without.headers().map().keySet()).isEqualTo(nobody.headers().map().keySet());
        }));
    }

    /** Where the table says that another partner is told there is no such member. */
    private Stream<ApiOperation> hidden() {
        return operations().filter(operation -> operation.method().equals("GET")).filter(operation -> Optional.ofNullable(table.rows().get(operation.name()))
                .filter(row -> "404".equals(row.answers().get("other_partner")))
                .isPresent());
    }

    private static void assertRefused(String request, Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(request).isEqualTo(status);
        assertThat(answer.text("code")).as(request).isEqualTo(code);
    }

    /** The body without the id of the request. */
    private static String words(Browser.Answer answer) {
        return answer.body().replace(answer.text("requestId"), "");
    }

    private static boolean isOpen(ApiOperation operation) {
        return Tree.list(operation.content().get("security")).stream().anyMatch(way -> Tree.map(way).isEmpty());
    }

    private static Browser.Answer call(ApiOperation operation, Browser browser, UUID memberId) {
        String path = operation.pathFor(memberId).replace("/statements/nothing", "/statements/" + YearMonth.now(ZoneOffset.UTC));
        return browser.send(operation.method(), path, operation.mediaType(), operation.body());
    }

    private static Stream<ApiOperation> operations() {
        return ApiOperation.of(Yaml.read(Contract.published()));
    }
}
