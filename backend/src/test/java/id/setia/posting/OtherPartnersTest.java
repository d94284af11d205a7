package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tills of partners that do not own the program: whom they may name, and what they learn of them. */
@SetiaTest
class OtherPartnersTest {

    private static final String PURCHASES = "/api/v1/purchases";
    private static final String ME = "/api/v1/members/me";
    private static final String WRONG_CODE = "\"proof\":{\"kind\":\"one_time_code\",\"code\":\"000000\"}";
    private static final String PIN = "\"proof\":{\"kind\":\"pin\",\"code\":\"493817\"}";

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestRewards rewards;

    @Inject
    BusinessClock clock;

    private Browser cafe;
    private TestMembers.TestMember budi;
    private Browser own;
    private String byCard;
    private String byEmail;
    private String byId;
    private Instant now;

    @BeforeEach
    void a_cafe_takes_part() {
        cafe = tills.tillOfAnotherPartner();
        budi = people.join();
        own = browsers.member(budi.email());
        byCard = "{\"card\":\"" + card(own) + "\"}";
        byEmail = "{\"email\":\"" + budi.email() + "\"}";
        byId = "{\"memberId\":\"" + PublicId.MEMBER.format(budi.id()) + "\"}";
        rewards.give(budi.id(), 635);
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_hold_with_a_wrong_proof_tells_nothing_of_the_balance_and_counts_as_a_try() {
        for (int left = 4; left >= 0; left--) {
            Browser.Answer refused = hold(byCard, 1_000_000_000, WRONG_CODE);
            assertThat(refused.text("code")).as(refused.body()).isEqualTo("redemption_proof_wrong");
            assertThat(refused.text("detail")).contains("locked: " + left + ".");
            assertThat(refused.numbers()).doesNotContain("635");
        }

        assertThat(hold(byCard, 1_000_000_000, WRONG_CODE).text("code")).isEqualTo("spending_locked");
    }

    @Test
    void holds_and_codes_for_an_address_or_an_id_are_answered_as_for_nobody() {
        String nobodysEmail = "{\"email\":\"nobody-" + budi.email() + "\"}";
        String nobodysId = "{\"memberId\":\"" + PublicId.MEMBER.format(new UUID(7, 7)) + "\"}";
        pin();

        for (String named : List.of(byEmail, byId, nobodysEmail, nobodysId)) {
            assertThat(hold(named, 10, PIN).text("code")).as(named).isEqualTo("member_not_found");
            assertThat(cafe.post("/api/v1/holds/codes", "{\"member\":" + named + ",\"points\":10}").text("code"))
                    .as(named)
                    .isEqualTo("member_not_found");
        }
        assertThat(hold(byCard, 10, PIN).status()).isEqualTo(201);
        assertThat(cafe.post("/api/v1/holds/codes", "{\"member\":" + byCard + ",\"points\":10}").status()).isEqualTo(202);
    }

    @Test
    void a_sale_that_names_an_address_or_an_id_is_taken_as_that_of_somebody_unknown() {
        for (String named : List.of(byEmail, byId)) {
            String sale = receipt(number(), now, 50_000, named);

            Browser.Answer quote = cafe.post(PURCHASES + "/quote", sale);
            Browser.Answer sold = cafe.post(PURCHASES, sale);
            Browser.Answer batch =
                    cafe.post(PURCHASES + "/batch", "{\"purchases\":[" + receipt(number(), now, 50_000, named) + "]}");
            Browser.Answer attached = cafe.put(
                    PURCHASES + "/" + sold.text("purchaseId") + "/member", "", "{\"member\":" + named + "}");

            assertThat(sold.status()).isEqualTo(201);
            assertThat(sold.text("state")).isEqualTo("unattached");
            for (Browser.Answer answer : List.of(quote, sold, batch)) {
                assertThat(answer.body())
                        .contains("member_unknown")
                        .doesNotContain(PublicId.MEMBER.format(budi.id()))
                        .doesNotContain("\"available\"");
            }
            assertThat(attached.text("code")).isEqualTo("member_not_found");
        }
        Browser owners = tills.till();
        for (String named : List.of(byEmail, byId)) {
            assertThat(owners.post(PURCHASES, receipt(number(), now, 50_000, named)).text("state")).isEqualTo("attached");
        }
    }

    @Test
    void who_agrees_to_share_data_with_partners_is_found_by_address_and_id() {
        share();

        for (String named : List.of(byEmail, byId)) {
            Browser.Answer sold = cafe.post(PURCHASES, receipt(number(), now, 50_000, named));
            assertThat(sold.text("memberId")).as(sold.body()).isEqualTo(PublicId.MEMBER.format(budi.id()));
            assertThat(cafe.post("/api/v1/holds/codes", "{\"member\":" + named + ",\"points\":10}").status())
                    .isEqualTo(202);
        }
    }

    @Test
    void whom_the_partner_enrolled_is_found_by_id_there_and_at_no_third_partner() {
        Browser.Answer enrolled = cafe.post("/api/v1/members", "{\"phone\":\"" + TestTills.phone() + "\"}");
        String id = "{\"memberId\":\"" + enrolled.text("memberId") + "\"}";

        assertThat(cafe.post(PURCHASES, receipt(number(), now, 50_000, id)).text("state")).isEqualTo("attached");
        assertThat(tills.tillOfAnotherPartner().post(PURCHASES, receipt(number(), now, 50_000, id)).text("state"))
                .isEqualTo("unattached");
    }

    @Test
    void an_id_names_whoever_set_points_aside_there_to_pay_for_the_sale() {
        pin();
        Browser.Answer held = hold(byCard, 100, PIN);
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        String sale = receipt(number(), now, 50_000, "{\"memberId\":\"" + held.text("memberId") + "\"}")
                .replaceFirst(
                        "\"tenders\":\\[.*]",
                        "\"tenders\":[{\"kind\":\"points\",\"amount\":{\"amount\":\"1000\",\"currency\":\"IDR\"},\"holdId\":\""
                                + held.text("holdId") + "\"},{\"kind\":\"cash\",\"amount\":{\"amount\":\"49000\",\"currency\":\"IDR\"}}]");

        Browser.Answer sold = cafe.post(PURCHASES, sale);

        assertThat(sold.text("state")).as(sold.body()).isEqualTo("attached");
        assertThat(sold.json().get("pointsUsed").getLongValue()).isEqualTo(100);
    }

    @Test
    void every_answer_about_a_purchase_tells_the_same_member() {
        String sale = receipt(number(), now, 50_000, byCard);
        Browser.Answer sold = cafe.post(PURCHASES, sale);
        String member = PublicId.MEMBER.format(budi.id());

        Browser.Answer unnamed = cafe.post(PURCHASES, sale.replace("\"member\":" + byCard + ",", ""));

        assertThat(sold.text("memberId")).isEqualTo(member);
        assertThat(cafe.post(PURCHASES, sale).text("memberId")).as("sent again").isEqualTo(member);
        assertThat(unnamed.text("memberId")).as("sent again without a card").isEqualTo(member);
        assertThat(unnamed.json().get("points")).as("nobody shows anything").isNull();
        assertThat(cafe.get(PURCHASES + "/" + sold.text("purchaseId")).text("memberId")).isEqualTo(member);
        assertThat(cafe.get(PURCHASES).json().get("items").get(0).get("memberId").getStringValue()).isEqualTo(member);
    }

    @Test
    void what_a_member_has_is_told_when_they_show_a_card_and_neither_read_later_nor_at_a_refund() {
        Browser.Answer sold = cafe.post(PURCHASES, receipt(number(), now, 50_000, byCard));
        assertThat(sold.json().get("points").get("available").getLongValue()).isEqualTo(685);

        Browser.Answer back = browsers.takeBack(cafe, sold);

        assertThat(back.json().get("pointsTakenBack").getLongValue()).isEqualTo(50);
        for (Browser.Answer answer : List.of(
                back,
                cafe.get("/api/v1/refunds/" + back.text("refundId")),
                cafe.get(PURCHASES + "/" + sold.text("purchaseId")),
                cafe.get(PURCHASES))) {
            assertThat(answer.body()).doesNotContain("\"available\"");
            assertThat(answer.numbers()).contains("50").doesNotContain("635", "685");
        }
    }

    @Test
    void what_is_owed_after_a_refund_is_told_without_what_else_is_owed() {
        Browser.Answer sold = cafe.post(PURCHASES, receipt(number(), now, 50_000, byCard));
        pin();
        assertThat(hold(byCard, 685, PIN).status()).isEqualTo(201);

        Browser.Answer back = browsers.takeBack(cafe, sold);

        assertThat(back.json().get("debtAdded").getLongValue()).isEqualTo(50);
        assertThat(back.json().get("message").get("id").getStringValue()).isEqualTo("50\u00a0poin akan dipotong dari poin berikutnya.");
    }

    @Test
    void the_balance_of_whoever_claimed_a_receipt_is_not_told_for_another_card() {
        String number = number();
        String code = cafe.post(PURCHASES, receipt(number, now, 50_000, "")).text("claimCode");
        assertThat(own.post("/api/v1/receipt-claims", "{\"code\":\"" + code + "\"}").status()).isEqualTo(201);
        String another = "{\"card\":\"" + card(browsers.member(people.join().email())) + "\"}";

        Browser.Answer others = cafe.post(PURCHASES, receipt(number, now, 50_000, another));
        Browser.Answer theirs = cafe.post(PURCHASES, receipt(number, now, 50_000, byCard));

        assertThat(others.body()).contains("different_member").doesNotContain("\"available\"");
        assertThat(others.numbers()).doesNotContain("685");
        assertThat(theirs.json().get("points").get("available").getLongValue()).isEqualTo(685);
        assertThat(theirs.numbers()).contains("685");
    }

    @Test
    void events_are_told_of_members_alone_whom_the_partner_may_see() {
        Browser system = tills.systemOfAnotherPartner();
        String member = "/api/v1/members/" + PublicId.MEMBER.format(budi.id());
        String event = "{\"code\":\"survey\",\"key\":\"" + number() + "\"}";

        Browser.Answer refused = system.post(member + "/events", event);

        assertThat(system.get(member).status()).isEqualTo(404);
        assertThat(refused.status()).as(refused.body()).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("member_not_found");
        share();
        assertThat(system.post(member + "/events", event).status()).isEqualTo(201);
    }

    private Browser.Answer hold(String member, long points, String proof) {
        cafe.with("Idempotency-Key", number());
        return cafe.post("/api/v1/holds", "{\"member\":" + member + ",\"points\":" + points + "," + proof + "}");
    }

    private void pin() {
        own.send(
                "PUT", ME + "/pin", "application/json",
                "{\"pin\":\"493817\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
    }

    private void share() {
        assertThat(own.send("PUT", ME + "/consents/partner_sharing", "application/json", "{\"given\":true}").status())
                .isEqualTo(200);
    }

    private static String card(Browser member) {
        return member.get(ME + "/cards").json().get("items").get(0).get("number").getStringValue();
    }
}
