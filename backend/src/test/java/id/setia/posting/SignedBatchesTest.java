package id.setia.posting;

import static id.setia.posting.SigningTills.exchange;
import static id.setia.posting.SigningTills.items;
import static id.setia.posting.SigningTills.purchase;
import static id.setia.posting.SigningTills.refund;
import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.PointsLedger;
import id.setia.posting.SigningTills.SigningTill;
import id.setia.testing.BackOffice;
import id.setia.testing.BatchSigner;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class SignedBatchesTest {

    @Inject
    SigningTills signing;

    @Inject
    TestTills tills;

    @Inject
    TestShop shop;

    @Inject
    BackOffice office;

    @Inject
    PointsLedger ledger;

    @Inject
    BusinessClock clock;

    private SigningTill till;
    private UUID member;

    @BeforeEach
    void pair_a_till() throws Exception {
        till = signing.till();
        member = shop.member();
    }

    private String sale(String number, long rupiah) {
        String byId = "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}";
        return purchase(receipt(number, clock.now().minus(Duration.ofHours(5)), rupiah, byId));
    }

    private long points() {
        return ledger.balance(member).available();
    }

    @Test
    void receipts_of_a_signed_batch_earn_once_however_often_it_is_sent() {
        String batch = till.sign(sale(number(), 100_000), sale(number(), 50_000));
        Browser.Answer first = till.send(batch);
        Browser.Answer again = till.send(batch);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("state")).isEqualTo("posted");
        assertThat(first.text("hash")).isEqualTo(till.signer().lastHash());
        assertThat(first.json().get("missing").size()).isZero();
        assertThat(statuses(first)).containsExactly(201, 201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(statuses(again)).containsExactly(200, 200);
        assertThat(purchaseId(again, 1)).isEqualTo(purchaseId(first, 1));
        assertThat(points()).isEqualTo(150);
    }

    private static List<Integer> statuses(Browser.Answer answer) {
        return items(answer.json().get("items")).map(row -> row.get("status").getIntValue()).toList();
    }

    private static String purchaseId(Browser.Answer answer, int index) {
        return answer.json().get("items").get(index).get("purchase").get("purchaseId").getStringValue();
    }

    @Test
    void a_refund_takes_back_from_a_purchase_of_the_same_batch() {
        Instant at = clock.now().minus(Duration.ofHours(5));
        String number = number();
        Browser.Answer answer = till.send(till.sign(
                sale(number, 100_000), refund(TestTills.refund(number, at, "1")), sale(number(), 20_000)));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(201, 201, 201);
        assertThat(answer.json().get("items").get(1).get("refund").get("pointsTakenBack").getLongValue()).isEqualTo(100);
        assertThat(points()).isEqualTo(20);
    }

    @Test
    void an_exchange_takes_back_what_was_bought_and_gives_for_what_is_bought_instead_once() {
        Instant at = clock.now().minus(Duration.ofHours(5));
        String sold = number();
        String batch = till.sign(sale(sold, 100_000), exchange(TestTills.refund(sold, at, "1"), bought(number(), 40_000)));
        Browser.Answer first = till.send(batch);
        Browser.Answer again = till.send(batch);

        assertThat(statuses(first)).as(first.body()).containsExactly(201, 201);
        JsonNode exchanged = first.json().get("items").get(1);
        assertThat(exchanged.get("refund").get("pointsTakenBack").getLongValue()).isEqualTo(100);
        assertThat(exchanged.get("purchase").get("pointsEarned").getLongValue()).isEqualTo(40);
        assertThat(statuses(again)).containsExactly(200, 200);
        assertThat(purchaseId(again, 1)).isEqualTo(purchaseId(first, 1));
        assertThat(points()).isEqualTo(40);
    }

    private String bought(String number, long rupiah) {
        String byId = "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}";
        return receipt(number, clock.now().minus(Duration.ofHours(5)), rupiah, byId);
    }

    @Test
    void of_an_exchange_that_is_refused_neither_part_is_posted() {
        Instant at = clock.now().minus(Duration.ofHours(5));
        String sold = number();
        String other = number();
        String takeback = TestTills.refund(sold, at, "1");
        Browser.Answer answer = till.send(till.sign(
                sale(sold, 100_000),
                sale(other, 50_000),
                exchange(takeback, bought(other, 70_000)),
                exchange("{}", bought(number(), 70_000)),
                "{\"exchange\":{}}"));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(201, 201, 409, 422, 422);
        assertThat(points()).isEqualTo(150);
        assertThat(statuses(till.send(till.sign(refund(takeback))))).containsExactly(201);
        assertThat(points()).isEqualTo(50);
    }

    @Test
    void one_receipt_that_is_refused_keeps_none_of_the_others_out() {
        Browser.Answer answer = till.send(till.sign(
                sale(number(), 100_000), purchase("{\"channel\":\"store\"}"), "{\"receipt\":{}}", "7", "{\"refund\":{}}",
                "{\"purchase\":null}", sale(number(), 20_000)));

        assertThat(statuses(answer)).as(answer.body()).containsExactly(201, 422, 422, 422, 422, 422, 201);
        assertThat(answer.text("state")).isEqualTo("posted");
        assertThat(points()).isEqualTo(120);
        JsonNode kept = till.browser().get(till.path("batches")).json().get("items").get(0);
        assertThat(kept.get("receipts").getIntValue()).isEqualTo(7);
        assertThat(kept.get("refused").getIntValue()).isEqualTo(5);
    }

    @Test
    void a_batch_after_a_gap_is_posted_and_what_is_missing_is_told_until_it_comes() {
        List<String> batches = IntStream.range(0, 6).mapToObj(each -> till.sign(sale(number(), 10_000))).toList();

        assertThat(till.send(batches.get(5)).json().get("missing").get(0).get("last").getLongValue()).isEqualTo(5);
        assertThat(till.missing()).containsExactly("1-5");
        till.send(batches.get(2));
        assertThat(till.missing()).containsExactly("1-2", "4-5");
        till.send(batches.get(1));
        till.send(batches.get(4));
        assertThat(till.missing()).containsExactly("1-1", "4-4");
        till.send(batches.get(3));
        Browser.Answer last = till.send(batches.get(0));

        assertThat(last.status()).as(last.body()).isEqualTo(201);
        assertThat(last.json().get("missing").size()).isZero();
        assertThat(points()).isEqualTo(60);
        assertThat(till.send(till.sign(sale(number(), 10_000))).status()).isEqualTo(201);
    }

    @Test
    void a_changed_batch_is_refused_and_staff_see_it_once() {
        String batch = till.sign(sale(number(), 100_000));
        String[] parts = batch.split("\\.");
        String changed = parts[0] + "." + BatchSigner.base64(BatchSigner.utf8("{\"receipts\":[" + sale(number(), 900_000) + "]}")) + "." + parts[2];

        assertRefused(till.send(changed), 422, "batch_signature_wrong");
        assertRefused(till.send(changed), 422, "batch_signature_wrong");
        assertThat(points()).isZero();
        assertThat(till.send(batch).status()).isEqualTo(201);
        JsonNode refused = signing.administrator().get(till.path("signing")).json().get("refused");
        assertThat(refused.size()).isEqualTo(1);
        assertThat(refused.get(0).get("reason").getStringValue()).isEqualTo("batch_signature_wrong");
        assertThat(refused.get(0).get("number").getLongValue()).isEqualTo(1);
        assertThat(refused.get(0).get("times").getIntValue()).isEqualTo(2);
        assertThat(signing.administrator().get("/api/v1/audit-events?action=terminal.batch_refused&subject=" + till.terminalId())
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    private static void assertRefused(Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @Test
    void another_batch_under_a_number_that_is_taken_is_refused_and_can_be_signed_again() {
        String beginning = till.signer().lastHash();
        till.send(till.sign(sale(number(), 10_000)));
        String hash = till.signer().lastHash();
        till.signer().resume(0, beginning);
        String lost = sale(number(), 70_000);
        Browser.Answer conflict = till.send(till.sign(lost));

        assertRefused(conflict, 409, "batch_conflict");
        assertThat(conflict.text("detail")).contains(hash);
        JsonNode key = till.browser().get(till.path("signing")).json().get("keys").get(0);
        assertThat(key.get("nextNumber").getLongValue()).isEqualTo(2);
        assertThat(key.get("nextPrevious").getStringValue()).isEqualTo(hash);
        till.signer().resume(1, hash);
        assertThat(till.send(till.sign(lost)).status()).isEqualTo(201);
        assertThat(points()).isEqualTo(80);
    }

    @Test
    void a_batch_that_does_not_follow_is_refused_on_either_side() {
        till.send(till.sign(sale(number(), 10_000)));
        String first = till.signer().lastHash();
        till.signer().resume(1, BatchSigner.base64(new byte[32]));
        assertRefused(till.send(till.sign(sale(number(), 10_000))), 409, "batch_chain_broken");

        till.signer().resume(1, first);
        String second = till.sign(sale(number(), 10_000));
        String third = till.sign(sale(number(), 10_000));
        assertThat(till.send(third).status()).isEqualTo(201);
        till.signer().resume(1, first);
        assertRefused(till.send(till.sign(sale(number(), 99_000))), 409, "batch_chain_broken");
        assertThat(till.missing()).containsExactly("2-2");
        assertThat(till.send(second).status()).isEqualTo(201);
        assertThat(points()).isEqualTo(30);
    }

    @Test
    void a_batch_of_another_till_is_refused() throws Exception {
        SigningTill other = signing.till();
        String batch = other.sign(sale(number(), 100_000));

        assertRefused(till.send(batch), 409, "batch_key_unknown");
        assertRefused(till.browser().post(other.path("batches"), "{\"batch\":\"" + batch + "\"}"), 404, "terminal_not_found");
        assertThat(till.browser().get(other.path("signing")).status()).isEqualTo(404);
        assertThat(points()).isZero();
        assertThat(other.send(batch).status()).isEqualTo(201);
    }

    @Test
    void tills_of_other_partners_see_nothing_of_it() {
        Browser other = tills.tillOfAnotherPartner();

        assertThat(other.get(till.path("batches")).status()).isEqualTo(404);
        assertThat(other.get(till.path("signing")).status()).isEqualTo(404);
        assertRefused(other.post(till.path("batches"), "{\"batch\":\"" + till.sign(sale(number(), 1_000)) + "\"}"), 404, "terminal_not_found");
    }

    @Test
    void a_till_that_signs_posts_nothing_unsigned() {
        Instant at = clock.now().minus(Duration.ofHours(5));
        Browser.Answer decided = signing.decide(till, true);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("signs").getBooleanValue()).isTrue();
        String number = number();
        String receipt = receipt(number, at, 30_000, "");

        assertRefused(till.browser().post("/api/v1/purchases", receipt), 403, "signed_batch_required");
        assertRefused(till.browser().post("/api/v1/purchases/batch", "{\"purchases\":[" + receipt + "]}"), 403, "signed_batch_required");
        assertRefused(till.browser().post("/api/v1/refunds", TestTills.refund(number, at, "1")), 403, "signed_batch_required");
        assertRefused(
                till.browser().post(
                        "/api/v1/exchanges",
                        "{\"refund\":" + TestTills.refund(number, at, "1") + ",\"purchase\":" + receipt(number(), at, 1_000, "") + "}"),
                403,
                "signed_batch_required");
        assertThat(till.browser().post("/api/v1/purchases/quote", receipt).status()).isEqualTo(200);
        assertThat(till.send(till.sign(purchase(receipt))).status()).isEqualTo(201);

        assertThat(signing.decide(till, false).status()).isEqualTo(200);
        assertThat(till.browser().post("/api/v1/purchases", receipt).status()).isEqualTo(200);
    }

    @Test
    void a_till_without_a_key_cannot_be_made_to_sign_and_nobody_overwrites_a_decision_unseen() throws Exception {
        shop.open();
        Browser unpaired = tills.till();
        String terminal = PublicId.TERMINAL.format(UUID.randomUUID());
        assertThat(signing.administrator().get("/api/v1/terminals/" + terminal + "/signing").status()).isEqualTo(404);
        assertThat(unpaired.get(till.path("signing")).status()).isEqualTo(404);

        assertThat(signing.administrator().put(till.path("signing"), "\"7\"", "{\"signs\":true}").status()).isEqualTo(412);
        assertThat(signing.administrator().delete(till.path("pairing")).status()).isBetween(200, 204);
        assertRefused(signing.decide(till, true), 409, "terminal_key_missing");
    }

    @Test
    void a_store_manager_decides_in_their_own_stores_and_an_auditor_only_looks() {
        Browser auditor = office.staff(Role.AUDITOR);
        assertThat(auditor.get(till.path("signing")).status()).isEqualTo(200);
        assertThat(auditor.get(till.path("batches")).status()).isEqualTo(200);
        assertThat(auditor.put(till.path("signing"), "\"0\"", "{\"signs\":true}").status()).isEqualTo(403);
        Browser elsewhere = office.staff(Role.STORE_MANAGER);
        assertThat(elsewhere.get(till.path("signing")).status()).isEqualTo(403);
        assertThat(elsewhere.put(till.path("signing"), "\"0\"", "{\"signs\":true}").status()).isEqualTo(403);
        assertThat(close(auditor, till.kid(), 1, 1).status()).isEqualTo(403);
        assertThat(close(elsewhere, till.kid(), 1, 1).status()).isEqualTo(403);
    }

    @Test
    void a_new_key_begins_a_chain_and_the_batches_of_the_one_before_are_taken() throws Exception {
        String before = till.sign(sale(number(), 10_000));
        String late = till.sign(sale(number(), 20_000));
        till.send(before);
        SigningTill anew = signing.paired(till.terminalId(), EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE));

        assertThat(anew.kid()).isEqualTo(till.terminalId() + ".2");
        assertThat(anew.send(anew.sign(sale(number(), 40_000))).status()).isEqualTo(201);
        assertThat(anew.send(late).status()).isEqualTo(201);
        assertThat(anew.send(late).status()).isEqualTo(200);
        assertThat(points()).isEqualTo(70);
        JsonNode keys = anew.browser().get(anew.path("signing")).json().get("keys");
        assertThat(keys.get(0).get("nextNumber").getLongValue()).isEqualTo(2);
        assertThat(keys.get(0).get("retiredAt")).isNull();
        assertThat(keys.get(1).get("nextNumber").getLongValue()).isEqualTo(3);
        assertThat(keys.get(1).get("retiredAt")).isNotNull();
        Browser.Answer page = anew.browser().get(anew.path("batches?limit=2"));
        assertThat(kids(page)).containsExactly(anew.kid() + " 1", till.kid() + " 2");
        assertThat(kids(anew.browser().get(anew.path("batches?limit=2&cursor=" + page.text("nextCursor")))))
                .containsExactly(till.kid() + " 1");
    }

    @Test
    void a_gap_of_a_former_key_is_closed_with_a_reason_and_what_comes_after_all_is_taken() throws Exception {
        List<String> batches = IntStream.range(0, 5).mapToObj(each -> till.sign(sale(number(), 10_000))).toList();
        till.send(batches.get(4));
        assertRefused(close(till.kid(), 1, 4), 409, "signing_key_in_use");
        SigningTill anew = signing.paired(till.terminalId(), EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE));
        assertRefused(close(till.kid(), 1, 3), 404, "signed_gap_not_found");
        assertRefused(close(till.terminalId() + ".3", 1, 4), 404, "signed_gap_not_found");

        Browser.Answer closed = close(till.kid(), 1, 4);

        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(close(till.kid(), 1, 4).body()).isEqualTo(closed.body());
        JsonNode key = closed.json().get("keys").get(1);
        assertThat(key.get("missing").size()).isZero();
        assertThat(key.get("closed").get(0).get("reason").getStringValue()).isEqualTo("till_lost");
        assertThat(key.get("closed").get(0).get("explanation").getStringValue()).isEqualTo("Jatuh ke air");
        assertThat(atAGlance().get("missing").getLongValue()).isZero();
        assertThat(atAGlance().get("missingSince")).isNull();
        assertThat(signing.administrator().get("/api/v1/audit-events?action=terminal.gap_closed&subject=" + till.terminalId())
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(anew.send(batches.get(1)).status()).isEqualTo(201);
        assertThat(points()).isEqualTo(20);
        JsonNode left = signing.administrator().get(till.path("signing")).json().get("keys").get(1);
        assertThat(left.get("missing").size()).isZero();
        assertThat(items(left.get("closed")).map(gap -> gap.get("first").getLongValue() + "-" + gap.get("last").getLongValue()))
                .containsExactly("1-1", "3-4");
    }

    private Browser.Answer close(String kid, long first, long last) {
        return close(signing.administrator(), kid, first, last);
    }

    private Browser.Answer close(Browser staff, String kid, long first, long last) {
        return staff.post(till.path("signing/closed-gaps"), """
                {"kid":"%s","first":%d,"last":%d,"reason":"till_lost","explanation":"Jatuh ke air"}""".formatted(kid, first, last));
    }

    private static List<String> kids(Browser.Answer page) {
        return items(page.json().get("items"))
                .map(batch -> batch.get("kid").getStringValue() + " " + batch.get("number").getLongValue())
                .toList();
    }

    @Test
    void a_key_that_is_none_of_this_till_or_of_no_use_is_refused() throws Exception {
        String content = "{\"receipts\":[" + sale(number(), 1_000) + "]}";
        BatchSigner stranger = new BatchSigner(new byte[32], till.publicKey(), till.kid());
        assertRefused(till.send(stranger.sign(content)), 422, "batch_signature_wrong");
        BatchSigner unknown = new BatchSigner(new byte[32], till.publicKey(), till.terminalId() + ".2");
        assertRefused(till.send(unknown.sign(content)), 409, "batch_key_unknown");
        Browser.Answer unreadable = till.send("nothing");
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.fieldCodes()).containsEntry("/batch", "jws_malformed");
    }

    @Test
    void what_is_signed_and_cannot_be_read_takes_no_number() throws Exception {
        String beginning = till.signer().lastHash();
        for (String content : List.of("", "[]", "{}", "null", "{\"receipts\":[]}", "{\"receipts\":{}}", "{\"receipts\":[1],\"more\":1}", "\u0000", "{\"receipts\":[1]}{}", "{\"receipts\":[1],\"receipts\":[2]}")) {
            Browser.Answer refused = till.send(till.signer().sign(content));
            assertThat(refused.status()).as(content + refused.body()).isEqualTo(422);
            assertThat(refused.fieldCodes()).as(content).containsEntry("/batch", "batch_content_malformed");
            till.signer().resume(0, beginning);
        }
        List<String> many = new ArrayList<>();
        IntStream.range(0, 101).forEach(each -> many.add("{}"));
        assertThat(till.send(till.sign(many.toArray(String[]::new))).fieldCodes()).containsEntry("/batch", "batch_content_malformed");
        till.signer().resume(0, beginning);
        assertThat(till.send(till.sign(sale(number(), 1_000))).status()).isEqualTo(201);
    }

    @Test
    void staff_see_at_a_glance_where_something_is_missing() {
        till.sign(sale(number(), 1_000));
        till.sign(sale(number(), 1_000));
        String third = till.sign(sale(number(), 1_000));
        till.send(third);
        till.send("nothing");
        JsonNode seen = atAGlance();

        assertThat(seen.get("signs").getBooleanValue()).isFalse();
        assertThat(seen.get("missing").getLongValue()).isEqualTo(2);
        assertThat(seen.get("missingSince")).isNotNull();
        assertThat(seen.get("refused").getLongValue()).isEqualTo(1);
        assertThat(office.staff(Role.STORE_MANAGER)
                        .get("/api/v1/stores/" + PublicId.STORE.format(shop.store().id()) + "/signing")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode atAGlance() {
        return items(signing.administrator()
                        .get("/api/v1/stores/" + PublicId.STORE.format(shop.store().id()) + "/signing")
                        .json()
                        .get("items"))
                .filter(item -> item.get("terminalId").getStringValue().equals(till.terminalId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_till_that_may_not_refund_has_its_refunds_refused() throws Exception {
        SigningTill selling = signing.paired(till.terminalId(), EnumSet.of(Scope.PURCHASES_WRITE));
        Instant at = clock.now().minus(Duration.ofHours(5));
        String number = number();
        Browser.Answer answer = selling.send(selling.sign(sale(number, 10_000), refund(TestTills.refund(number, at, "1")),
                exchange(TestTills.refund(number, at, "1"), bought(number(), 1_000))));

        assertThat(statuses(answer)).containsExactly(201, 403, 403);
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void the_same_batch_sent_by_many_at_once_has_one_effect() {
        String batch = till.sign(sale(number(), 100_000), sale(number(), 50_000));
        List<CompletableFuture<Browser.Answer>> sent = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> till.send(batch)))
                .toList();
        List<Integer> statuses = sent.stream().map(answer -> answer.join().status()).toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(points()).isEqualTo(150);
    }

    @Test
    void different_batches_under_one_number_at_once_leave_one_of_them() {
        String beginning = till.signer().lastHash();
        List<String> batches = IntStream.range(0, 6)
                .mapToObj(each -> {
                    till.signer().resume(0, beginning);
                    return till.sign(sale(number(), 10_000));
                })
                .toList();
        List<CompletableFuture<Browser.Answer>> sent =
                batches.stream().map(batch -> CompletableFuture.supplyAsync(() -> till.send(batch))).toList();
        List<Integer> statuses = sent.stream().map(answer -> answer.join().status()).toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void batches_of_one_till_sent_at_once_in_any_order_all_find_their_place() {
        List<String> batches = IntStream.range(0, 12).mapToObj(each -> till.sign(sale(number(), 10_000))).toList();
        List<CompletableFuture<Browser.Answer>> sent =
                batches.reversed().stream().map(batch -> CompletableFuture.supplyAsync(() -> till.send(batch))).toList();

        assertThat(sent.stream().map(answer -> answer.join().status()).toList()).containsOnly(201);
        assertThat(till.missing()).isEmpty();
        assertThat(points()).isEqualTo(120);
    }
}
