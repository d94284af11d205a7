package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tills get and lose their credentials. */
@SetiaTest
@Property(name = "micronaut.server.client-address-header", value = "X-Forwarded-For")
class PairingTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final String SELLING = "{\"scopes\":[\"purchases:read\",\"purchases:write\"]}";

    @Inject
    BackOffice backOffice;

    @Inject
    StaffAccounts staff;

    @Inject
    TestShop shop;

    @Inject
    PartnerDirectory partners;

    @Inject
    TerminalKeys keys;

    @Inject
    Transactions transactions;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    Browser admin;
    Browser stranger;

    @BeforeEach
    void open_the_shop() {
        shop.open();
        admin = backOffice.staff(Role.ADMINISTRATOR);
        stranger = backOffice.stranger().with("X-Forwarded-For", address());
    }

    /** Of its own, since wrong codes are counted by address. */
    private static String address() {
        Random random = new Random();
        return "198.18." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private UUID terminal() {
        return partners.createTerminal(NOBODY, shop.store().id(), ids.next().toString().substring(24)).id();
    }

    private static String path(UUID terminal) {
        return "/api/v1/terminals/" + PublicId.TERMINAL.format(terminal);
    }

    private String code(UUID terminal) {
        Browser.Answer made = admin.post(path(terminal) + "/pairing-codes", SELLING);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.text("code");
    }

    private Browser.Answer pair(String code) {
        return stranger.post("/api/v1/pairings", "{\"code\":\"" + code + "\"}");
    }

    private Browser.Answer paired(String code) {
        Browser.Answer paired = pair(code);
        assertThat(paired.status()).as(paired.body()).isEqualTo(201);
        return paired;
    }

    private Browser till(Browser.Answer paired) {
        return backOffice.stranger().with("Authorization", "Bearer " + token(paired).text("access_token"));
    }

    private Browser.Answer token(Browser.Answer paired) {
        return backOffice.stranger().postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + paired.text("clientId") + "&client_secret="
                        + paired.text("clientSecret"));
    }

    private static void assertCalls(Browser till) {
        assertThat(till.get("/api/v1/stores").status()).isEqualTo(200);
    }

    private static void assertRefused(Browser till) {
        Browser.Answer refused = till.get("/api/v1/stores");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("unauthenticated");
    }

    @Test
    void a_code_typed_at_a_till_gives_it_a_credential_of_its_own() {
        UUID terminal = terminal();
        assertThat(admin.get(path(terminal)).json().get("paired").getBooleanValue()).isFalse();

        Browser.Answer paired = paired(code(terminal).toLowerCase().replace("-", " - "));

        assertThat(paired.text("terminalId")).isEqualTo(PublicId.TERMINAL.format(terminal));
        assertThat(paired.text("storeId")).isEqualTo(PublicId.STORE.format(shop.store().id()));
        assertThat(paired.text("tokenUrl")).endsWith("/api/v1/oauth/token");
        assertThat(paired.header("Cache-Control")).isEqualTo("no-store");
        assertThat(paired.json().get("scopes").size()).isEqualTo(2);
        assertThat(paired.body()).doesNotContain("signingKeyNumber");
        Browser.Answer before = admin.get(path(terminal));
        assertThat(before.text("pairedAt")).isNotEmpty();
        assertThat(before.text("lastSeenAt")).isEmpty();

        assertCalls(till(paired));

        assertThat(admin.get(path(terminal)).text("lastSeenAt")).endsWith(":00Z");
        assertThat(admin.get("/api/v1/stores/" + paired.text("storeId") + "/terminals").body()).contains("lastSeenAt");
        assertThat(admin.get("/api/v1/api-clients").body())
                .contains(paired.text("clientId"))
                .doesNotContain(paired.text("clientSecret"));
    }

    @Test
    void without_a_choice_a_till_may_sell_and_sees_members_masked() {
        Browser.Answer made = admin.post(path(terminal()) + "/pairing-codes", "{}");

        assertThat(paired(made.text("code")).json().get("scopes").values().iterator())
                .toIterable()
                .extracting(scope -> scope.getStringValue())
                .contains("purchases:write", "members:lookup", "holds:write")
                .doesNotContain("members:read", "ledger:read", "imports:write");
        assertThat(admin.post(path(terminal()) + "/pairing-codes", "{\"scopes\":[\"ledger:read\"]}").fieldCodes())
                .containsEntry("/scopes", "scope_not_for_tills");
    }

    @Test
    void a_code_works_once() {
        String code = code(terminal());
        paired(code);

        assertInvalid(code);
    }

    private void assertInvalid(String code) {
        Browser.Answer refused = pair(code);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("pairing_code_invalid");
    }

    @Test
    void of_many_who_use_a_code_at_once_exactly_one_wins() throws Exception {
        UUID terminal = terminal();
        String code = code(terminal);

        List<Browser.Answer> answers = atOnce(8, () -> pair(code));

        List<Browser.Answer> won = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(won).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.text("code").equals("pairing_code_invalid"));
        assertCalls(till(won.getFirst()));
        assertThat(live(terminal)).isEqualTo(1);
    }

    @Test
    void pairing_and_unpairing_at_once_end_in_one_or_the_other() throws Exception {
        for (int round = 0; round < 6; round++) {
            UUID terminal = terminal();
            Browser former = till(paired(code(terminal)));
            String code = code(terminal);

            List<Browser.Answer> answers =
                    atOnce(List.of(() -> pair(code), () -> admin.delete(path(terminal) + "/pairing")));

            Browser.Answer pairing = answers.getFirst();
            assertThat(answers.getLast().status()).isEqualTo(204);
            assertRefused(former);
            if (pairing.status() == 201 && live(terminal) == 1) {
                assertCalls(till(pairing));
            } else {
                assertThat(live(terminal)).isZero();
                assertThat(pairing.status() == 201 ? token(pairing).text("code") : pairing.text("code"))
                        .isIn("invalid_client", "pairing_code_invalid");
            }
        }
    }

    private static <T> List<T> atOnce(int many, Callable<T> act) throws Exception {
        return atOnce(Collections.nCopies(many, act));
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private long live(UUID terminal) {
        return transactions.read(connection -> (long) ApiClientRows.activeOf(connection, terminal).size());
    }

    @Test
    void a_new_code_takes_the_place_of_the_one_before() {
        UUID terminal = terminal();
        String first = code(terminal);
        String second = code(terminal);

        assertInvalid(first);
        paired(second);
    }

    @Test
    void a_code_ends_after_its_time() {
        UUID terminal = terminal();
        String code = code(terminal);
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE pairing_code SET expires_at = ? WHERE terminal_id = ?")) {
                update.setObject(1, Sql.time(clock.now().minus(Duration.ofSeconds(1))));
                update.setBytes(2, UuidBytes.of(terminal));
                return update.executeUpdate();
            }
        });

        assertInvalid(code);
    }

    @Test
    void a_mistyped_code_is_told_from_a_wrong_one() {
        String code = code(terminal());
        char last = code.charAt(code.length() - 1);

        assertThat(pair(code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0')).fieldCodes())
                .containsEntry("/code", "pairing_code_mistyped");
        assertThat(pair("").fieldCodes()).containsEntry("/code", "pairing_code_mistyped");
        paired(code);
    }

    @Test
    void guesses_are_limited_by_address() {
        String code = code(terminal());
        for (int guess = 0; guess < 20; guess++) {
            assertInvalid(PairingCode.make().text());
        }

        assertThat(pair(code).text("code")).isEqualTo("too_many_attempts");
        stranger.with("X-Forwarded-For", address());
        paired(code);
    }

    @Test
    void pairing_again_ends_what_the_till_had_and_touches_no_other() {
        UUID terminal = terminal();
        Browser other = till(paired(code(terminal())));
        Browser.Answer first = paired(code(terminal));
        Browser before = till(first);
        assertCalls(before);

        Browser.Answer second = paired(code(terminal));

        assertRefused(before);
        assertThat(token(first).text("code")).isEqualTo("invalid_client");
        assertCalls(till(second));
        assertCalls(other);
    }

    @Test
    void making_a_code_takes_nothing_from_the_till() {
        UUID terminal = terminal();
        Browser till = till(paired(code(terminal)));

        code(terminal);

        assertCalls(till);
    }

    @Test
    void unpairing_ends_credential_tokens_and_code_and_touches_no_other_till() {
        UUID terminal = terminal();
        Browser other = till(paired(code(terminal())));
        Browser.Answer paired = paired(code(terminal));
        Browser till = till(paired);
        String waiting = code(terminal);

        assertThat(admin.delete(path(terminal) + "/pairing").status()).isEqualTo(204);

        assertRefused(till);
        assertThat(token(paired).text("code")).isEqualTo("invalid_client");
        assertInvalid(waiting);
        assertThat(admin.get(path(terminal)).json().get("paired").getBooleanValue()).isFalse();
        assertCalls(other);
        assertThat(admin.delete(path(terminal) + "/pairing").status()).isEqualTo(204);
        assertCalls(till(paired(code(terminal))));
    }

    @Test
    void who_made_a_code_and_unpaired_a_till_is_kept() {
        UUID terminal = terminal();
        paired(code(terminal));
        admin.delete(path(terminal) + "/pairing");

        assertThat(backOffice.staff(Role.AUDITOR)
                        .get("/api/v1/audit-events?subject=" + PublicId.TERMINAL.format(terminal))
                        .body())
                .contains("terminal.pairing_code_created", "terminal.paired", "terminal.unpaired");
    }

    @Test
    void a_store_manager_pairs_the_tills_of_their_own_store_alone() {
        UUID terminal = terminal();
        Store elsewhere = partners.createStore(
                NOBODY, shop.store().partnerId(), ids.next().toString().substring(24), "Lain", shop.store().timeZone(), "");
        Browser own = manager(shop.store());
        Browser other = manager(elsewhere);

        assertThat(own.post(path(terminal) + "/pairing-codes", "{}").status()).isEqualTo(201);
        assertThat(own.delete(path(terminal) + "/pairing").status()).isEqualTo(204);
        assertThat(other.post(path(terminal) + "/pairing-codes", "{}").text("code")).isEqualTo("forbidden");
        assertThat(other.delete(path(terminal) + "/pairing").text("code")).isEqualTo("forbidden");
    }

    private Browser manager(Store store) {
        String email = "manager-" + ids.next() + "@example.com";
        staff.create(NOBODY, email, "Rina", TestMembers.PASSWORD, Set.of(Role.STORE_MANAGER), Set.of(store.id()));
        Browser browser = backOffice.stranger().with("X-Forwarded-For", address()).loadPage();
        browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        return browser.loadPage();
    }

    @Test
    void a_retired_till_is_not_paired() {
        UUID terminal = terminal();
        String code = code(terminal);
        admin.put(path(terminal), admin.get(path(terminal)).header("ETag"), "{\"name\":\"\",\"state\":\"retired\"}");

        assertThat(admin.post(path(terminal) + "/pairing-codes", "{}").text("code")).isEqualTo("terminal_retired");
        assertThat(pair(code).text("code")).isEqualTo("terminal_retired");
    }

    @Test
    void a_till_registers_the_key_it_signs_by_until_it_is_paired_anew() throws Exception {
        UUID terminal = terminal();
        byte[] first = key();
        byte[] second = key();

        Browser.Answer answer = pairWith(code(terminal), Base64.getEncoder().encodeToString(first));
        assertThat(answer.json().get("signingKeyNumber").getIntValue()).isEqualTo(1);
        assertThat(keys.current(terminal).orElseThrow().publicKey()).isEqualTo(first);

        pairWith(code(terminal), Base64.getUrlEncoder().withoutPadding().encodeToString(second));
        assertThat(keys.current(terminal).orElseThrow().publicKey()).isEqualTo(second);
        assertThat(keys.all(terminal)).extracting(TerminalKey::number).containsExactly(2, 1);

        admin.delete(path(terminal) + "/pairing");
        assertThat(keys.current(terminal)).isEmpty();
        assertThat(keys.all(terminal)).hasSize(2);
    }

    private static byte[] key() throws Exception {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private Browser.Answer pairWith(String code, String key) {
        return stranger.post("/api/v1/pairings", "{\"code\":\"" + code + "\",\"signingKey\":\"" + key + "\"}");
    }

    @Test
    void an_unusable_key_uses_up_no_code() {
        UUID terminal = terminal();
        String code = code(terminal);

        assertThat(pairWith(code, Base64.getEncoder().encodeToString(new byte[32])).fieldCodes())
                .containsEntry("/signingKey", "signing_key_unusable");
        assertThat(pairWith(code, "abc").fieldCodes()).containsEntry("/signingKey", "signing_key_unusable");
        paired(code);
    }

    /** Whatever staff and tills do in whatever order, each till has at most one credential, and only its latest code works. */
    @Test
    void any_order_of_acts_leaves_each_till_with_what_it_got_last() {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            List<UUID> terminals = List.of(terminal(), terminal());
            Map<UUID, String> codes = new HashMap<>();
            Map<UUID, Browser> tills = new HashMap<>();
            List<Browser> gone = new ArrayList<>();
            for (int step = 0; step < 12; step++) {
                UUID terminal = terminals.get(random.nextInt(2));
                switch (random.nextInt(3)) {
                    case 0 -> codes.put(terminal, code(terminal));
                    case 1 -> {
                        if (codes.containsKey(terminal)) {
                            Browser till = till(paired(codes.remove(terminal)));
                            gone.addAll(tills.containsKey(terminal) ? List.of(tills.get(terminal)) : List.of());
                            tills.put(terminal, till);
                        }
                    }
                    default -> {
                        admin.delete(path(terminal) + "/pairing");
                        codes.remove(terminal);
                        gone.addAll(tills.containsKey(terminal) ? List.of(tills.remove(terminal)) : List.of());
                    }
                }
                tills.values().forEach(PairingTest::assertCalls);
                gone.forEach(PairingTest::assertRefused);
                for (UUID each : terminals) {
                    assertThat(live(each)).as("seed " + seed + ", step " + step).isEqualTo(tills.containsKey(each) ? 1 : 0);
                }
            }
        }
    }
}
