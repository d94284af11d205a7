package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import id.setia.imports.OwnServer;
import id.setia.kernel.Epochs;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes of one deployment: what one takes back or changes holds on the other within seconds. */
class KeysOnNodesTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);

    private static OwnServer here;
    private static OwnServer there;
    private static Partner partner;
    private static Browser admin;

    /** A clock that is moved by hand. */
    private static final class MovedClock extends SystemClock {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant now() {
            return super.now().plus(ahead);
        }
    }

    @BeforeAll
    static void start() throws SQLException {
        here = OwnServer.start("keys");
        there = here.anotherNode(Map.of());
        admin = here.staff(Role.ADMINISTRATOR);
        partner = here.bean(PartnerDirectory.class).createPartner(OwnServer.NOBODY, "kopi", "Kopi", false);
    }

    @AfterAll
    static void stop() {
        there.close();
        here.close();
    }

    private static IssuedClient client() {
        return here.bean(ApiClients.class)
                .create(
                        OwnServer.NOBODY,
                        "sistem-" + here.bean(IdMaker.class).next(),
                        partner.id(),
                        Optional.empty(),
                        "Sistem",
                        EnumSet.of(Scope.PURCHASES_READ));
    }

    private static String token(OwnServer node, IssuedClient client) {
        return node.stranger().postForm("/api/v1/oauth/token", credentials(client)).text("access_token");
    }

    private static String credentials(IssuedClient client) {
        return "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret();
    }

    private static int call(OwnServer node, String token) {
        return node.stranger().with("Authorization", "Bearer " + token).get("/api/v1/stores").status();
    }

    /** Asks until it is so, for some seconds. */
    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_given_out_on_one_node_is_good_on_the_other_at_once() {
        IssuedClient first = client();
        assertThat(call(there, token(here, first))).isEqualTo(200);

        IssuedClient second = here.bean(ApiClients.class).rotateSecret(OwnServer.NOBODY, first.id());
        String token = token(there, second);
        assertThat(call(here, token)).isEqualTo(200);
        assertThat(call(there, token)).isEqualTo(200);
    }

    @Test
    void a_token_taken_back_on_one_node_is_refused_on_the_other_within_seconds() {
        IssuedClient client = client();
        String token = token(here, client);
        String other = token(here, client);
        assertThat(call(there, token)).isEqualTo(200);

        here.stranger().postForm("/api/v1/oauth/revoke", "token=" + token + "&" + credentials(client));

        assertThat(call(here, token)).isEqualTo(401);
        await(() -> call(there, token) == 401);
        assertThat(call(there, other)).isEqualTo(200);
    }

    @Test
    void a_till_unpaired_on_one_node_is_refused_on_the_other_within_seconds_and_no_other_till_is_touched() {
        UUID store = here.bean(PartnerDirectory.class)
                .createStore(OwnServer.NOBODY, partner.id(), "braga", "Braga", ZoneId.of("Asia/Jakarta"), "Bandung")
                .id();
        String first = terminal(store, "1");
        String unpaired = paired(first);
        String other = paired(terminal(store, "2"));
        assertThat(call(there, unpaired)).isEqualTo(200);
        assertThat(call(there, other)).isEqualTo(200);

        assertThat(admin.delete("/api/v1/terminals/" + first + "/pairing").status()).isEqualTo(204);

        assertThat(call(here, unpaired)).isEqualTo(401);
        await(() -> call(there, unpaired) == 401);
        assertThat(call(here, other)).isEqualTo(200);
        assertThat(call(there, other)).isEqualTo(200);
    }

    private static String terminal(UUID store, String code) {
        return PublicId.TERMINAL.format(here.bean(PartnerDirectory.class)
                .createTerminal(OwnServer.NOBODY, store, code)
                .id());
    }

    /** A token of a till that was paired on one node. */
    private static String paired(String terminal) {
        Browser.Answer code = admin.post(
                "/api/v1/terminals/" + terminal + "/pairing-codes", "{\"scopes\":[\"purchases:read\"]}");
        Browser.Answer paired = here.stranger().post("/api/v1/pairings", "{\"code\":\"" + code.text("code") + "\"}");
        assertThat(paired.status()).as(paired.body()).isEqualTo(201);
        return here.stranger()
                .postForm(
                        "/api/v1/oauth/token",
                        "grant_type=client_credentials&client_id=" + paired.text("clientId") + "&client_secret="
                                + paired.text("clientSecret"))
                .text("access_token");
    }

    @Test
    void a_changed_key_breaks_nothing_and_a_leaked_one_ends_every_token() throws ParseException {
        IssuedClient client = client();
        String before = token(here, client);
        assertThat(call(there, before)).isEqualTo(200);

        Browser.Answer changed = admin.post("/api/v1/signing-keys", "{\"leaked\":false}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(states(changed)).containsExactly("signing", "upcoming");
        assertThat(published(here)).contains(kid(before));
        await(() -> published(there).equals(published(here)));
        assertThat(call(here, before)).isEqualTo(200);
        assertThat(call(there, before)).isEqualTo(200);

        Browser.Answer ended = admin.post("/api/v1/signing-keys", "{\"leaked\":true}");
        assertThat(states(ended)).containsExactly("signing");
        assertThat(call(here, before)).isEqualTo(401);
        await(() -> call(there, before) == 401);
        String after = token(here, client);
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(call(here, after)).isEqualTo(200);
        assertThat(call(there, after)).as("a key the other node has not heard of is looked for").isEqualTo(200);
        assertThat(published(here)).doesNotContain(kid(before));
    }

    private static List<String> states(Browser.Answer answer) {
        List<String> states = new ArrayList<>();
        answer.json().get("items").values().forEach(key -> states.add(key.get("state").getStringValue()));
        return states;
    }

    private static String published(OwnServer node) {
        return node.stranger().get("/.well-known/jwks.json").body();
    }

    private static String kid(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void by_plan_a_key_is_known_a_day_before_it_signs_and_goes_an_hour_after_it_signed_last() throws SQLException {
        try (OwnServer alone = OwnServer.start("key_plan")) {
            MovedClock clock = new MovedClock();
            SigningKeys keys = new SigningKeys(
                    alone.bean(Vault.class), alone.bean(Transactions.class), clock, alone.bean(Epochs.class));
            KeyRotation rotation = new KeyRotation(
                    keys,
                    alone.bean(AuditTrail.class),
                    alone.bean(Leases.class),
                    alone.bean(Transactions.class),
                    clock,
                    alone.bean(IdMaker.class));
            String first = keys.signing(clock.now()).kid();
            rotation.look();
            assertThat(keys.all(clock.now())).hasSize(1);

            clock.ahead = Duration.ofDays(89).plusHours(1);
            rotation.look();
            rotation.look();
            List<SigningKey> both = List.copyOf(keys.all(clock.now()));
            assertThat(both).extracting(SigningKey::kid).hasSize(2).startsWith(first);
            assertThat(keys.signing(clock.now()).kid()).isEqualTo(first);
            String second = both.getLast().kid();

            clock.ahead = Duration.ofDays(90).plusHours(1).plusMinutes(1);
            rotation.look();
            assertThat(keys.signing(clock.now()).kid()).isEqualTo(second);
            assertThat(keys.verifies(first, clock.now())).isTrue();

            clock.ahead = Duration.ofDays(90).plusHours(2).plusMinutes(1);
            rotation.look();
            assertThat(keys.verifies(first, clock.now())).isFalse();
            assertThat(keys.signing(clock.now()).kid()).isEqualTo(second);
        }
    }
}
