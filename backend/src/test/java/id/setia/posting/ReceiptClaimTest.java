package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.purchases.Purchases;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receipt that is nobody's, its code, and who gets it. */
@SetiaTest
class ReceiptClaimTest {

    @Inject
    TestTills tills;

    @Inject
    TestMembers members;

    @Inject
    Purchases purchases;

    @Inject
    BusinessClock clock;

    private Browser till;
    private String number;
    private Instant now;

    @BeforeEach
    void open_a_till() {
        till = tills.till();
        number = TestTills.number();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_receipt_of_nobody_has_a_code_that_is_the_same_when_it_is_sent_again_and_stored_nowhere() {
        Browser.Answer sold = sell("");

        assertThat(sold.text("state")).isEqualTo("unattached");
        assertThat(sold.text("claimCode")).matches("[0-9A-HJKMNP-TV-Z]{12}");
        assertThat(sold.text("claimUrl")).endsWith("/r/" + sold.text("claimCode"));
        assertThat(lines(sold)).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(32));
        assertThat(String.join(" ", lines(sold))).startsWith("Belanja ini bernilai 50 poin.").contains("Pindai QR");
        assertThat(String.join("", lines(sold))).contains("/r/" + sold.text("claimCode"));
        assertThat(sell("").text("claimCode")).isEqualTo(sold.text("claimCode"));
        assertThat(purchases.find(PublicId.PURCHASE.parse(sold.text("purchaseId")).orElseThrow())
                        .orElseThrow()
                        .answer())
                .doesNotContain(sold.text("claimCode"));
    }

    @Test
    void a_receipt_of_a_member_has_no_code_but_lines() {
        Browser.Answer sold = sell("{\"email\":\"" + members.join().email() + "\"}");

        assertThat(sold.text("claimCode")).isEmpty();
        assertThat(String.join(" ", lines(sold))).startsWith("+50 poin dari belanja ini. Saldo: 50 poin (Rp500).");
        assertThat(lines(sell("{\"card\":\"x\"}"))).as("sent again").isEqualTo(lines(sold));
    }

    @Test
    void whoever_holds_the_receipt_sees_what_it_is_worth_and_a_member_gets_it_once() {
        String code = sell("").text("claimCode");
        Browser.Answer seen = look(tills.browser(), code.toLowerCase());
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.text("state")).isEqualTo("open");
        assertThat(seen.json().get("points").getLongValue()).isEqualTo(50);
        assertThat(seen.json().get("total").get("amount").getStringValue()).isEqualTo("50000");

        Browser budi = signedIn();
        Browser.Answer claimed = claim(budi, code);
        Browser.Answer again = claim(budi, code);

        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(claimed.text("state")).isEqualTo("yours");
        assertThat(again.status()).isEqualTo(200);
        assertThat(budi.get("/api/v1/members/me").json().get("points").get("available").getLongValue()).isEqualTo(50);
        assertThat(look(budi, code).text("state")).isEqualTo("yours");
    }

    @Test
    void a_receipt_somebody_else_has_says_so_and_shows_nothing_of_it() {
        String code = sell("").text("claimCode");
        claim(signedIn(), code);

        Browser.Answer seen = look(tills.browser(), code);
        Browser.Answer refused = claim(signedIn(), code);

        assertThat(seen.text("state")).isEqualTo("claimed");
        assertThat(seen.json().get("total")).isNull();
        assertThat(seen.json().get("store")).isNull();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("purchase_already_attached");
    }

    @Test
    void a_till_that_attached_it_meanwhile_was_faster() {
        String code = sell("").text("claimCode");
        sell("{\"email\":\"" + members.join().email() + "\"}");

        Browser.Answer refused = claim(signedIn(), code);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("purchase_already_attached");
        assertThat(sell("").text("claimCode")).as("no code any more").isEmpty();
    }

    @Test
    void what_was_given_back_meanwhile_earns_nothing() {
        String code = sell("").text("claimCode");
        assertThat(till.post("/api/v1/refunds", TestTills.refund(number, now.plusSeconds(60), "0.4")).status()).isEqualTo(201);
        assertThat(look(tills.browser(), code).json().get("points").getLongValue()).isEqualTo(30);
        Browser budi = signedIn();
        assertThat(claim(budi, code).json().get("points").getLongValue()).isEqualTo(30);

        number = TestTills.number();
        String other = sell("").text("claimCode");
        till.post("/api/v1/refunds", TestTills.refund(number, now.plusSeconds(90), "1"));

        assertThat(look(tills.browser(), other).text("state")).isEqualTo("refunded");
        assertThat(claim(budi, other).text("code")).isEqualTo("receipt_refunded");
    }

    @Test
    void after_fourteen_days_it_is_too_late() {
        now = now.minus(Duration.ofDays(14)).plus(Duration.ofMinutes(10));
        assertThat(sell("").text("claimCode")).isNotEmpty();
        number = TestTills.number();
        now = now.minus(Duration.ofMinutes(10));
        assertThat(sell("").text("claimCode")).as("a receipt that comes too late gets no code").isEmpty();
    }

    @Test
    void codes_that_are_mistyped_or_nobodys_are_told_apart() {
        String code = sell("").text("claimCode");
        char last = code.charAt(11);
        Browser.Answer mistyped = look(tills.browser(), code.substring(0, 11) + (last == '0' ? '1' : '0'));
        Browser.Answer foreign = look(tills.browser(), ReceiptCode.of(new byte[] {1, 2, 3, 4, 5, 6, 7}).text());

        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.fieldCodes()).containsEntry("/code", "receipt_code_mistyped");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text("code")).isEqualTo("receipt_code_unknown");
    }

    @Test
    void a_stranger_and_a_till_claim_nothing() {
        String code = sell("").text("claimCode");

        assertThat(claim(tills.browser(), code).status()).isEqualTo(401);
        assertThat(claim(till, code).status()).isEqualTo(403);
    }

    private Browser.Answer sell(String member) {
        return till.post("/api/v1/purchases", TestTills.receipt(number, now, 50_000, member));
    }

    private Browser signedIn() {
        Browser browser = tills.browser();
        browser.post(
                "/api/v1/session",
                "{\"kind\":\"member\",\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(members.join().email(), TestMembers.PASSWORD));
        return browser.loadPage();
    }

    private static Browser.Answer look(Browser browser, String code) {
        return browser.post("/api/v1/receipt-claims/lookup", "{\"code\":\"" + code + "\"}");
    }

    private static Browser.Answer claim(Browser browser, String code) {
        return browser.post("/api/v1/receipt-claims", "{\"code\":\"" + code + "\"}");
    }

    private static List<String> lines(Browser.Answer answer) {
        return StreamSupport.stream(answer.json().get("print").values().spliterator(), false)
                .map(JsonNode::getStringValue)
                .toList();
    }
}
