package id.setia.members;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner's system reads and changes of members. */
@SetiaTest
class PartnerSystemsTest {

    /** The number of a card that pays nothing, from a payment network's own test numbers. */
    private static final String CARD_NUMBER = "4111 1111 1111 1111";

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    BusinessClock clock;

    private TestMembers.TestMember budi;
    private String path;
    private Browser system;

    @BeforeEach
    void budi_joins() {
        system = tills.system();
        budi = people.join();
        path = "/api/v1/members/" + PublicId.MEMBER.format(budi.id());
    }

    @Test
    void a_system_of_the_owner_changes_name_and_language_from_the_version_it_has_seen() {
        String version = system.get(path + "/details").header("ETag");
        assertThat(system.put(path + "/details", "", details("Budi A", budi.email(), "1990-08-17")).text("code"))
                .isEqualTo("version_required");

        Browser.Answer any = system.put(path + "/details", "*", details("Budi A", budi.email(), "1990-08-17"));
        assertThat(any.text("code")).isEqualTo("version_required");
        assertThat(any.text("detail")).contains("* is not taken");

        Browser.Answer changed = system.put(path + "/details", version, details("Budi A", budi.email(), "1990-08-17"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(system.get(path).text("name")).isEqualTo("Budi A");
        assertThat(changed.header("ETag")).isNotEqualTo(version).isEqualTo(system.get(path + "/details").header("ETag"));
        assertThat(system.put(path + "/details", version, details("Budi B", budi.email(), "1990-08-17")).status())
                .isEqualTo(412);
    }

    @Test
    void contacts_and_a_known_birth_date_stay_as_they_were_proven() {
        String version = system.get(path + "/details").header("ETag");

        Browser.Answer refused =
                system.put(path + "/details", version, details("Budi", "lain-" + budi.email(), "1991-08-17"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes())
                .containsEntry("/email", "contact_needs_proof")
                .containsEntry("/birthDate", "birth_date_fixed");
        assertThat(system.get(path + "/details").header("ETag")).isEqualTo(version);
    }

    @Test
    void another_partner_knows_only_who_agrees_to_share_and_changes_no_cards() {
        Browser elsewhere = tills.systemOfAnotherPartner();
        for (String part : List.of("/details", "/cards", "/consents", "/payment-cards", "/vouchers", "/entries", "/statements/2026-01")) {
            assertThat(elsewhere.get(path + part).text("code")).as(part).isEqualTo("member_not_found");
        }
        assertThat(elsewhere.send("PUT", path + "/consents/partner_sharing", "application/json", "{\"given\":true}").text("code"))
                .as("nobody lets themselves in")
                .isEqualTo("member_not_found");
        browsers.member(budi.email()).send("PUT", path + "/consents/partner_sharing", "application/json", "{\"given\":true}");

        for (String part : List.of("/details", "/cards", "/consents", "/payment-cards", "/vouchers", "/entries")) {
            assertThat(elsewhere.get(path + part).status()).as(part).isEqualTo(200);
        }
        assertThat(elsewhere.postOnce(path + "/cards", "{\"label\":\"Ibu\"}").text("code")).isEqualTo("forbidden");
        assertThat(elsewhere.post(path + "/payment-cards", token("acquirer", "tok_12345678")).text("code"))
                .isEqualTo("forbidden");
        assertThat(elsewhere.send("PUT", path + "/consents/partner_sharing", "application/json", "{\"given\":false}").status())
                .isEqualTo(200);
        assertThat(elsewhere.get(path + "/details").text("code")).isEqualTo("member_not_found");
    }

    @Test
    void a_system_without_the_scope_changes_nothing() {
        Browser reader = tills.system(EnumSet.of(Scope.MEMBERS_READ));

        assertThat(reader.get(path + "/details").status()).isEqualTo(200);
        assertThat(reader.put(path + "/details", "\"1\"", details("B", budi.email(), "1990-08-17")).text("code"))
                .isEqualTo("insufficient_scope");
        assertThat(reader.postOnce(path + "/cards", "{\"label\":\"Ibu\"}").text("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void cards_are_listed_added_blocked_and_replaced() {
        Browser.Answer added = system.postOnce(path + "/cards", "{\"label\":\"Ibu\"}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        Browser.Answer older = system.postOnce(path + "/cards", "{\"label\":\"Lama\",\"number\":\"" + number() + "\"}");
        assertThat(older.status()).as(older.body()).isEqualTo(201);

        Browser.Answer replaced = system.postOnce(path + "/cards/replacements", act(added.text("number")));
        Browser.Answer blocked = system.post(path + "/cards/blocks", act(older.text("number")));

        assertThat(replaced.status()).as(replaced.body()).isEqualTo(201);
        assertThat(blocked.text("state")).isEqualTo("blocked");
        assertThat(texts(system.get(path + "/cards"), "state")).containsExactly("active", "active", "blocked", "blocked");
    }

    @Test
    void a_card_that_is_asked_for_again_under_its_key_is_made_once() {
        String key = number();
        Browser.Answer added = system.postUnder(key, path + "/cards", "{\"label\":\"Ibu\"}");
        Browser.Answer again = system.postUnder(key, path + "/cards", "{\"label\":\"Ibu\"}");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.text("number")).isEqualTo(added.text("number"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(texts(system.get(path + "/cards"), "state")).containsExactly("active", "active");
        assertThat(system.postUnder(key, path + "/cards", "{\"label\":\"Bapak\"}").text("code")).isEqualTo("idempotency_key_reused");
        assertThat(system.post(path + "/cards", "{\"label\":\"Ibu\"}").text("code")).isEqualTo("idempotency_key_missing");
        assertThat(system.postUnder("k".repeat(101), path + "/cards", "{\"label\":\"Ibu\"}").fieldCodes())
                .isEqualTo(Map.of("/Idempotency-Key", "size"));
    }

    @Test
    void an_older_card_that_is_added_again_under_its_key_is_the_same() {
        String card = "{\"label\":\"Lama\",\"number\":\"" + number() + "\"}";
        String key = number();
        Browser.Answer added = system.postUnder(key, path + "/cards", card);
        Browser.Answer again = system.postUnder(key, path + "/cards", card);

        assertThat(again.body()).isEqualTo(added.body());
        assertThat(again.status()).isEqualTo(201);
    }

    @Test
    void a_replacement_whose_answer_was_lost_is_told_again() {
        String lost = system.postOnce(path + "/cards", "{\"label\":\"Ibu\"}").text("number");
        String key = number();
        Browser.Answer replaced = system.postUnder(key, path + "/cards/replacements", act(lost));
        Browser.Answer again = system.postUnder(key, path + "/cards/replacements", act(lost));

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.text("number")).isEqualTo(replaced.text("number")).isNotEqualTo(lost);
        assertThat(system.post(path + "/cards/replacements", act(lost)).text("code")).isEqualTo("idempotency_key_missing");
        assertThat(texts(system.get(path + "/cards"), "state")).containsExactly("active", "active", "blocked");
    }

    @Test
    void a_word_given_at_a_counter_is_kept_with_its_text_and_channel() {
        String consents = path + "/consents";
        String inForce = system.send("PUT", consents + "/profiling", "application/json", "{\"given\":true}").text("textVersion");

        Browser.Answer no = system.send(
                "PUT",
                consents + "/profiling",
                "application/json",
                "{\"given\":false,\"textVersion\":\"" + inForce + "\",\"channel\":\"paper\"}");

        assertThat(no.status()).as(no.body()).isEqualTo(200);
        assertThat(no.text("channel")).isEqualTo("paper");
        assertThat(no.text("recordedBy")).isEqualTo("client");
        assertThat(texts(system.get(consents), "channel")).startsWith("paper", "counter");
        assertThat(system.send("PUT", consents + "/profiling", "application/json", "{\"given\":true,\"textVersion\":\"nie\",\"channel\":\"x\"}").fieldCodes())
                .containsEntry("/textVersion", "text_version_unknown")
                .containsEntry("/channel", "value_unknown");
        assertThat(browsers.member(budi.email()).send("PUT", consents + "/profiling", "application/json", "{\"given\":true,\"channel\":\"web\"}").fieldCodes())
                .containsEntry("/channel", "must_be_absent");
    }

    @Test
    void who_pays_with_a_known_card_earns_and_never_spends_by_it() {
        String token = "tok_" + number();
        Browser.Answer added = system.post(path + "/payment-cards", token("Acquirer-One", token));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("maskedToken")).isEqualTo("••••" + token.substring(token.length() - 4));
        assertThat(system.post(path + "/payment-cards", token("acquirer-one", token)).text("paymentCardId"))
                .isEqualTo(added.text("paymentCardId"));
        Browser till = tills.till();
        String who = "{\"paymentToken\":{\"issuer\":\"acquirer-one\",\"token\":\"" + token + "\"}}";

        Browser.Answer sold = till.post("/api/v1/purchases", receipt(number(), clock.now(), 30_000, who));

        assertThat(sold.text("memberId")).isEqualTo(PublicId.MEMBER.format(budi.id()));
        assertThat(sold.json().get("pointsEarned").getLongValue()).isEqualTo(30);
        assertThat(till.post("/api/v1/members/lookup", who).text("memberId")).isEqualTo(sold.text("memberId"));
        assertThat(till.with("Idempotency-Key", number())
                        .post("/api/v1/holds", "{\"member\":" + who + ",\"points\":10,\"proof\":{\"kind\":\"pin\",\"code\":\"493817\"}}")
                        .fieldCodes())
                .containsEntry("/member/paymentToken", "payment_card_never_spends");
        assertThat(system.post("/api/v1/members/" + PublicId.MEMBER.format(people.join().id()) + "/payment-cards", token("acquirer-one", token))
                        .fieldCodes())
                .containsEntry("/paymentToken", "payment_card_taken");

        Browser own = browsers.member(budi.email());
        assertThat(texts(own.get(path + "/payment-cards"), "paymentCardId")).containsExactly(added.text("paymentCardId"));
        assertThat(own.delete(path + "/payment-cards/" + added.text("paymentCardId")).status()).isEqualTo(204);
        assertThat(till.post("/api/v1/purchases", receipt(number(), clock.now(), 30_000, who)).text("memberId")).isEmpty();
    }

    @Test
    void a_card_number_is_never_kept_and_never_refuses_a_sale() {
        Browser.Answer refused = system.post(path + "/payment-cards", token("acquirer", CARD_NUMBER));
        assertThat(refused.fieldCodes()).containsEntry("/paymentToken/token", "card_number_sent");
        assertThat(refused.body()).doesNotContain(CARD_NUMBER.substring(0, 9)).doesNotContain("41111111");
        String who = "{\"paymentToken\":{\"issuer\":\"acquirer\",\"token\":\"" + CARD_NUMBER + "\"}}";

        Browser.Answer sold = tills.till().post("/api/v1/purchases", receipt(number(), clock.now(), 30_000, who));

        assertThat(sold.status()).isEqualTo(201);
        assertThat(texts(sold, "warnings", "code")).containsExactly("card_number_sent");
        assertThat(sold.text("memberId")).isEmpty();
        assertThat(system.post("/api/v1/members/lookup", who).fieldCodes()).containsEntry("/paymentToken/token", "card_number_sent");
    }

    @Test
    void entries_are_numbered_without_gaps_page_by_page_and_sum_to_zero() {
        Browser till = tills.till();
        for (int sale = 0; sale < 4; sale++) {
            till.post("/api/v1/purchases", receipt(number(), clock.now(), 10_000, "{\"memberId\":\"" + PublicId.MEMBER.format(budi.id()) + "\"}"));
        }

        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            Browser.Answer page = system.get(path + "/entries?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().get("items").values().forEach(entries::add);
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(entries).extracting(entry -> entry.get("seq").getLongValue()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(entries.stream().mapToLong(entry -> entry.get("points").getLongValue()).sum()).isZero();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.get("kind").getStringValue()).isEqualTo("purchase");
            assertThat(entry.get("sourceId").getStringValue()).startsWith("pur_");
        });
        assertThat(system.get(path + "/entries?cursor=x!").status()).isEqualTo(422);
        String elsewhere = "/api/v1/members/" + PublicId.MEMBER.format(people.join().id()) + "/entries";
        Browser.Answer another = system.get(elsewhere + "?cursor=" + system.get(path + "/entries?limit=3").text("nextCursor"));
        assertThat(another.fieldCodes()).isEqualTo(Map.of("/cursor", "cursor_unknown"));
        String month = clock.now().toString().substring(0, 7);
        assertThat(system.get(path + "/statements/" + month).status()).isEqualTo(200);
        JsonNode expiries = system.get(path + "/points").json().get("expiries");
        assertThat(expiries.size()).isEqualTo(1);
        assertThat(expiries.get(0).get("points").getLongValue()).isEqualTo(40);
    }

    private static List<String> texts(Browser.Answer answer, String field) {
        return texts(answer, "items", field);
    }

    private static List<String> texts(Browser.Answer answer, String list, String field) {
        List<String> texts = new ArrayList<>();
        answer.json().get(list).values().forEach(item -> texts.add(item.get(field).getStringValue()));
        return texts;
    }

    private static String token(String issuer, String token) {
        return "{\"paymentToken\":{\"issuer\":\"%s\",\"token\":\"%s\"},\"label\":\"Kartu kredit\"}".formatted(issuer, token);
    }

    private static String act(String card) {
        return "{\"number\":\"" + card + "\",\"reason\":\"hilang\"}";
    }

    private static String details(String name, String email, String birth) {
        return "{\"name\":\"%s\",\"birthDate\":\"%s\",\"language\":\"en\",\"email\":\"%s\",\"reason\":\"aplikasi\"}"
                .formatted(name, birth, email);
    }
}
