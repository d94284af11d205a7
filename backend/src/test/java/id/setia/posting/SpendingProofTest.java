package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Totp;
import id.setia.kernel.PublicId;
import id.setia.members.SpendingProofKind;
import id.setia.program.Setting;
import id.setia.program.Settings;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever uses points proves that the member is there; whoever earns does not. */
@SetiaTest
class SpendingProofTest {

    private static final String ME = "/api/v1/members/me";
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    Mailbox mailbox;

    @Inject
    Settings settings;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    private TestMembers.TestMember member;
    private Browser budi;
    private Browser till;
    private String card;

    @BeforeEach
    void budi_has_a_thousand_points() {
        shop.open();
        till = browsers.till();
        member = members.join();
        budi = browsers.member(member.email());
        card = budi.get(ME + "/cards").json().get("items").get(0).get("number").getStringValue();
        assertThat(browsers.sell(till, "card", card, 1_000_000).status()).isEqualTo(201);
    }

    @AfterEach
    void asUsual() {
        policy(PointsPaymentPolicy.USUAL);
    }

    @Test
    void a_number_or_a_qr_that_does_not_change_earns_and_never_spends() {
        for (String shown : List.of(card, "S1." + card + ".", "S1." + card)) {
            Browser.Answer refused = hold("{\"card\":\"" + shown + "\"}", 10, "");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("redemption_proof_required");
            assertThat(refused.text("detail")).contains("card_code, one_time_code, pin");
        }
        assertThat(browsers.sell(till, "card", card, 1_000).text("state")).isEqualTo("attached");
    }

    @Test
    void the_code_of_the_card_spends_within_two_steps_and_once() {
        String qr = qr(Instant.now());
        assertThat(hold("{\"card\":\"" + qr(Instant.now().minus(Duration.ofMinutes(3))) + "\"}", 10, "").status())
                .isEqualTo(403);

        Browser.Answer held = hold("{\"card\":\"" + qr + "\"}", 10, "");

        assertThat(held.status()).as(held.body()).isEqualTo(201);
        assertThat(hold("{\"card\":\"" + qr + "\"}", 10, "").text("code")).isEqualTo("redemption_proof_wrong");
        assertThat(hold(byId(), 10, proof("card_code", qr(Instant.now().plus(Duration.ofMinutes(1))))).status())
                .isEqualTo(201);
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_with_the_same_proof() {
        String body = body("{\"card\":\"" + qr(Instant.now()) + "\"}", 10, "");
        till.with("Idempotency-Key", number());

        Browser.Answer first = till.post("/api/v1/holds", body);

        assertThat(till.post("/api/v1/holds", body).body()).isEqualTo(first.body());
        assertThat(available()).isEqualTo(990);
    }

    @Test
    void the_code_of_another_card_of_the_membership_spends_only_when_the_member_lets_it() {
        String mothers = budi.postOnce(ME + "/cards", "{\"label\":\"Kartu Ibu\"}").text("number");
        String seed = seed(mothers);
        String at = "S1." + mothers + "." + Totp.code(base32(seed), Instant.now());
        assertThat(hold("{\"card\":\"" + at + "\"}", 10, "").status()).isEqualTo(403);

        budi.post(ME + "/cards/changes", "{\"number\":\"" + mothers + "\",\"maySpend\":true}");

        assertThat(hold("{\"card\":\"" + at + "\"}", 10, "").status()).isEqualTo(201);
        assertThat(budi.post(ME + "/card-seeds", "{\"number\":\"604200000000\"}").text("code")).isEqualTo("card_not_found");
    }

    @Test
    void a_code_that_was_sent_is_good_for_what_it_names_and_once() {
        Browser.Answer sent = till.post("/api/v1/holds/codes", "{\"member\":" + byId() + ",\"points\":250}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        assertThat(sent.text("sentTo")).contains("•").doesNotContain(member.email(), "example.com");
        assertThat(mailbox.of(member.email()).getFirst()).contains("250 poin (Rp2.500) di Toko Uji");
        String code = mailbox.code(member.email());

        assertThat(hold(byId(), 251, proof("one_time_code", code)).status()).isEqualTo(403);
        assertThat(hold(byId(), 250, proof("one_time_code", code)).status()).isEqualTo(201);
        assertThat(hold(byId(), 250, proof("one_time_code", code)).status()).isEqualTo(403);
    }

    @Test
    void five_wrong_pins_lock_using_points_but_not_earning_them_and_the_member_is_told() {
        assertThat(pin("111111").fieldCodes()).containsEntry("/pin", "pin_too_easy");
        assertThat(pin("456789").fieldCodes()).containsEntry("/pin", "pin_too_easy");
        assertThat(pin("493817").json().get("pinSet").getBooleanValue()).isTrue();
        assertThat(hold(byId(), 10, proof("pin", "493817")).status()).isEqualTo(201);

        for (int guess = 0; guess < 5; guess++) {
            Browser.Answer wrong = hold(byId(), 10, proof("pin", "49381" + guess));
            assertThat(wrong.status()).isEqualTo(403);
            assertThat(wrong.text("code")).isEqualTo("redemption_proof_wrong");
            assertThat(wrong.text("detail")).contains("locked: " + (4 - guess) + ".");
        }

        Browser.Answer locked = hold(byId(), 10, proof("pin", "493817"));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.text("code")).isEqualTo("spending_locked");
        assertThat(budi.get(ME + "/spending-proofs").text("lockedUntil")).isNotEmpty();
        assertThat(browsers.sell(till, "card", card, 1_000).text("state")).isEqualTo("attached");
        assertThat(available()).isEqualTo(991);
    }

    @Test
    void of_wrong_pins_that_come_at_once_five_are_compared() throws Exception {
        pin("493817");
        String token = till.header("Authorization");

        List<Browser.Answer> answers = AtOnce.run(IntStream.range(0, 24)
                .<Callable<Browser.Answer>>mapToObj(each -> () -> new Browser(server, mapper)
                        .with("Authorization", token)
                        .with("Idempotency-Key", number())
                        .post("/api/v1/holds", body(byId(), 10, proof("pin", "%06d".formatted(271_000 + each)))))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.text("code").equals("redemption_proof_wrong")).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.text("code").equals("spending_locked")).hasSize(19);
        assertThat(hold(byId(), 10, proof("pin", "493817")).text("code")).isEqualTo("spending_locked");
    }

    @Test
    void a_right_pin_counts_for_nothing_whatever_else_is_refused() {
        pin("493817");

        for (int time = 0; time < 7; time++) {
            assertThat(hold(byId(), 5_000, proof("pin", "493817")).text("code")).isEqualTo("insufficient_points");
        }

        assertThat(hold(byId(), 10, proof("pin", "493817")).status()).isEqualTo(201);
    }

    @Test
    void a_wrong_proof_tells_nothing_of_the_balance_however_many_points_are_asked_for() {
        pin("493817");

        for (String wrong : List.of(
                proof("pin", "493811"),
                proof("one_time_code", "000000"),
                proof("card_code", "S1." + card + ".000000"),
                proof("one_time_code", "000001"))) {
            Browser.Answer refused = hold(byId(), 1_000_000_000, wrong);
            assertThat(refused.text("code")).as(refused.body()).isEqualTo("redemption_proof_wrong");
            assertThat(refused.body()).doesNotContain("1,000 are");
        }
        assertThat(hold(byId(), 1_000_000_000, proof("pin", "493812")).text("detail")).contains("locked: 0.");
        assertThat(hold(byId(), 1_000_000_000, proof("pin", "493817")).text("code")).isEqualTo("spending_locked");
    }

    @Test
    void a_right_code_is_not_used_up_by_a_hold_that_the_points_do_not_suffice_for() {
        String qr = qr(Instant.now());
        till.post("/api/v1/holds/codes", "{\"member\":" + byId() + ",\"points\":1500}");
        String sent = mailbox.code(member.email());

        Browser.Answer byCard = hold("{\"card\":\"" + qr + "\"}", 1_001, "");
        Browser.Answer byCode = hold(byId(), 1_500, proof("one_time_code", sent));

        assertThat(byCard.text("code")).as(byCard.body()).isEqualTo("insufficient_points");
        assertThat(byCode.text("detail")).isEqualTo("1,500 points were asked for, 1,000 are available.");
        assertThat(browsers.sell(till, "card", card, 600_000).status()).isEqualTo(201);
        assertThat(hold("{\"card\":\"" + qr + "\"}", 10, "").status()).isEqualTo(201);
        assertThat(hold(byId(), 1_500, proof("one_time_code", sent)).status()).isEqualTo(201);
        assertThat(available()).isEqualTo(90);
    }

    @Test
    void freezing_lets_go_what_is_on_hold_and_no_code_is_sent_to_who_may_not_spend() {
        Browser.Answer held = hold("{\"card\":\"" + qr(Instant.now()) + "\"}", 400, "");
        assertThat(available()).isEqualTo(600);

        assertThat(budi.send("PUT", ME + "/freeze", "application/json", "{}").status()).isLessThan(300);

        assertThat(till.get("/api/v1/holds/" + held.text("holdId")).text("state")).isEqualTo("cancelled");
        assertThat(available()).isEqualTo(1_000);
        Browser.Answer refused = till.post("/api/v1/holds/codes", "{\"member\":" + byId() + ",\"points\":250}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("spending_not_allowed");
    }

    @Test
    void sixty_four_tills_that_take_the_same_pin_at_once_all_get_their_answer() throws Exception {
        pin("493817");
        String hold = body(byId(), 50, proof("pin", "493817"));
        String token = till.header("Authorization");

        List<Browser.Answer> answers = AtOnce.run(IntStream.range(0, 64)
                .<Callable<Browser.Answer>>mapToObj(each -> () -> new Browser(server, mapper)
                        .with("Authorization", token)
                        .with("Idempotency-Key", number())
                        .post("/api/v1/holds", hold))
                .toList());

        assertThat(answers).extracting(Browser.Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.text("code")).isEqualTo("insufficient_points"));
        assertThat(available()).isZero();
    }

    @Test
    void the_program_says_which_proof_counts_from_how_many_points() {
        pin("493817");
        policy(new PointsPaymentPolicy(
                1L, 1L, 100, List.of(), List.of(), false, 14,
                List.of(
                        new ProofStep(1L, Set.of(SpendingProofKind.PIN)),
                        new ProofStep(500L, Set.of(SpendingProofKind.ONE_TIME_CODE)))));

        assertThat(hold(byId(), 499, proof("pin", "493817")).status()).isEqualTo(201);
        Browser.Answer refused = hold(byId(), 500, proof("pin", "493817"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("one_time_code").doesNotContain("pin");
    }

    private String byId() {
        return "{\"memberId\":\"" + PublicId.MEMBER.format(member.id()) + "\"}";
    }

    private static String proof(String kind, String code) {
        return ",\"proof\":{\"kind\":\"" + kind + "\",\"code\":\"" + code + "\"}";
    }

    private static String body(String who, long points, String proof) {
        return "{\"member\":" + who + ",\"points\":" + points + proof + "}";
    }

    private Browser.Answer hold(String who, long points, String proof) {
        till.with("Idempotency-Key", number());
        return till.post("/api/v1/holds", body(who, points, proof));
    }

    private Browser.Answer pin(String pin) {
        return budi.send(
                "PUT", ME + "/pin", "application/json",
                "{\"pin\":\"" + pin + "\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
    }

    private String qr(Instant at) {
        return "S1." + card + "." + Totp.code(base32(seed(card)), at);
    }

    private String seed(String number) {
        Browser.Answer seed = budi.post(ME + "/card-seeds", "{\"number\":\"" + number + "\"}");
        assertThat(seed.status()).as(seed.body()).isEqualTo(200);
        return seed.text("seed");
    }

    private static byte[] base32(String text) {
        BigInteger value = BigInteger.ONE;
        for (char letter : text.toCharArray()) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(letter)));
        }
        byte[] bytes = value.toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private long available() {
        return budi.get(ME + "/points").json().get("summary").get("available").getLongValue();
    }

    private void policy(PointsPaymentPolicy policy) {
        Setting<PointsPaymentPolicy> known =
                settings.read(PointsPaymentPolicy.SETTING, PointsPaymentPolicy.class, PointsPaymentPolicy.USUAL);
        if (!known.value().equals(policy)) {
            settings.change(PointsPaymentPolicy.SETTING, policy, known.version());
        }
    }
}
