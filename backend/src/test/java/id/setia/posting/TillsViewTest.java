package id.setia.posting;

import static id.setia.testing.TestRewards.reward;
import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till and a partner's system look up: their own purchases, what a member can use, what was set aside. */
@SetiaTest
class TillsViewTest {

    private static final String PURCHASES = "/api/v1/purchases";
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

    private Browser till;
    private TestMembers.TestMember budi;
    private Instant now;

    @BeforeEach
    void open_the_shop() {
        till = tills.till();
        budi = people.join();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_till_lists_the_purchases_of_its_store_page_by_page_and_by_filters() {
        Browser elsewhere = tills.tillOfAnotherPartner();
        String card = "{\"card\":\"" + cardOf(browsers.member(budi.email())) + "\"}";
        List<String> numbers = List.of(number(), number(), number());
        elsewhere.post(PURCHASES, receipt(numbers.get(0), now, 10_000, card));
        elsewhere.post(PURCHASES, receipt(numbers.get(1), now, 20_000, ""));
        Instant between = clock.now();
        elsewhere.post(PURCHASES, receipt(numbers.get(2), now.minus(Duration.ofDays(3)), 30_000, card));

        Browser.Answer first = elsewhere.get(PURCHASES + "?limit=2");
        Browser.Answer second = elsewhere.get(PURCHASES + "?limit=2&cursor=" + first.text("nextCursor"));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(texts(first, "receiptNumber")).containsExactly(numbers.get(2), numbers.get(1));
        assertThat(texts(second, "receiptNumber")).containsExactly(numbers.get(0));
        assertThat(second.text("nextCursor")).isEmpty();
        assertThat(texts(elsewhere.get(PURCHASES + "?attached=false"), "receiptNumber")).containsExactly(numbers.get(1));
        assertThat(texts(elsewhere.get(PURCHASES + "?number=" + numbers.get(0)), "receiptNumber")).containsExactly(numbers.get(0));
        assertThat(texts(elsewhere.get(PURCHASES + "?recordedFrom=" + between), "receiptNumber")).containsExactly(numbers.get(2));
        assertThat(texts(elsewhere.get(PURCHASES + "?recordedUntil=" + between + "&attached=true"), "receiptNumber"))
                .containsExactly(numbers.get(0));
        String day = first.json().get("items").get(0).get("businessDate").getStringValue();
        assertThat(texts(elsewhere.get(PURCHASES + "?businessDate=" + day), "receiptNumber")).containsExactly(numbers.get(2));
        assertThat(texts(till.get(PURCHASES + "?number=" + numbers.get(0)), "receiptNumber")).as("another partner's").isEmpty();
        assertThat(elsewhere.get(PURCHASES + "?cursor=x!").status()).isEqualTo(422);
        assertThat(elsewhere.get(PURCHASES + "?storeId=" + PublicId.STORE.format(new UUID(1, 1))).text("code")).isEqualTo("store_not_found");
    }

    @Test
    void a_quote_says_what_points_may_pay_of_the_receipt() {
        rewards.give(budi.id(), 300);
        browsers.member(budi.email()).send("PUT", "/api/v1/members/me/pin", "application/json", pin());

        Browser.Answer large = till.post(PURCHASES + "/quote", receipt(number(), now, 75_000, who()));
        Browser.Answer small = till.post(PURCHASES + "/quote", receipt(number(), now, 1_250, who()));

        assertThat(large.json().get("pointsPayment").get("mostPoints").getLongValue()).isEqualTo(300);
        assertThat(small.json().get("pointsPayment").get("mostPoints").getLongValue()).isEqualTo(125);
        assertThat(small.json().get("pointsPayment").get("mostWorth").get("amount").getStringValue()).isEqualTo("1250");
        assertThat(small.json().get("pointsPayment").get("minimumPoints").getLongValue()).isEqualTo(1);
        assertThat(small.json().get("pointsPayment").get("proofs").size()).isEqualTo(3);
        assertThat(small.json().get("redeemable")).isNull();
        assertThat(till.post(PURCHASES + "/quote", receipt(number(), now, 75_000, "")).json().get("pointsPayment")).isNull();
        Browser elsewhere = tills.tillOfAnotherPartner();
        assertThat(elsewhere.post(PURCHASES + "/quote", receipt(number(), now, 75_000, who())).json().get("pointsPayment"))
                .as("nobody who shows nothing")
                .isNull();
    }

    @Test
    void a_quote_asked_to_names_rewards_and_vouchers_that_are_good_at_the_till() {
        rewards.give(budi.id(), 130);
        String reward = PublicId.REWARD.format(rewards.publish(reward(RewardKind.VOUCHER_GENERATED).points(100)));
        String dear = PublicId.REWARD.format(rewards.publish(reward(RewardKind.VOUCHER_GENERATED).points(500)));
        Browser own = browsers.member(budi.email());
        String taken = PublicId.REWARD.format(rewards.publish(reward(RewardKind.VOUCHER_GENERATED).points(20)));
        Browser.Answer redeemed = own.with("Idempotency-Key", number()).post("/api/v1/members/me/redemptions", "{\"rewardId\":\"" + taken + "\"}");
        assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(201);
        String voucher = redeemed.json().get("voucher").get("voucherId").getStringValue();
        String code = own.send("PUT", "/api/v1/members/me/vouchers/" + voucher + "/reveal", "application/json", "").text("code");

        JsonNode redeemable = till.post(PURCHASES + "/quote?redeemable=true", receipt(number(), now, 75_000, who())).json().get("redeemable");

        List<String> offered = new ArrayList<>();
        redeemable.get("rewards").values().forEach(item -> offered.add(item.get("rewardId").getStringValue()));
        assertThat(offered).contains(reward).doesNotContain(dear);
        assertThat(redeemable.get("vouchers").size()).isEqualTo(1);
        assertThat(redeemable.get("vouchers").get(0).get("maskedCode").getStringValue())
                .isEqualTo("••••" + code.substring(code.length() - 5));
        assertThat(redeemable.get("vouchers").get(0).get("voucher").get("code")).isNull();

        String vouchers = "/api/v1/members/" + PublicId.MEMBER.format(budi.id()) + "/vouchers";
        Browser.Answer listed = till.get(vouchers + "?usable=true");
        assertThat(listed.json().get("items").size()).isEqualTo(1);
        assertThat(listed.body()).doesNotContain(code);
        assertThat(own.get(vouchers).json().get("items").get(0).get("voucher").get("code").getStringValue()).isEqualTo(code);
        assertThat(till.get(vouchers + "?cursor=x!").status()).isEqualTo(422);
    }

    @Test
    void a_till_finds_the_open_holds_of_its_partner_again() {
        rewards.give(budi.id(), 300);
        browsers.member(budi.email()).send("PUT", "/api/v1/members/me/pin", "application/json", pin());
        String holds = "/api/v1/holds?memberId=" + PublicId.MEMBER.format(budi.id());
        Browser.Answer set = till.with("Idempotency-Key", number()).post("/api/v1/holds", "{\"member\":" + who() + ",\"points\":60," + PIN + "}");
        assertThat(set.status()).as(set.body()).isEqualTo(201);

        assertThat(texts(tills.till().get(holds), "holdId")).containsExactly(set.text("holdId"));
        assertThat(texts(tills.tillOfAnotherPartner().get(holds), "holdId")).isEmpty();
        Browser auditor = browsers.staff(Role.AUDITOR);
        assertThat(texts(auditor.get(holds), "holdId")).containsExactly(set.text("holdId"));
        assertThat(everybodys(auditor)).contains(set.text("holdId"));
        assertThat(till.get("/api/v1/holds").status()).isEqualTo(422);
        till.put("/api/v1/holds/" + set.text("holdId") + "/cancellation", "", "");
        assertThat(texts(till.get(holds), "holdId")).isEmpty();
        assertThat(everybodys(auditor)).doesNotContain(set.text("holdId"));
    }

    /** The open holds of everybody, read two by two. */
    private static List<String> everybodys(Browser staff) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Browser.Answer page = staff.get("/api/v1/holds?limit=2" + cursor);
            found.addAll(texts(page, "holdId"));
            cursor = page.json().get("nextCursor") == null ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        return found;
    }

    private String who() {
        return "{\"memberId\":\"" + PublicId.MEMBER.format(budi.id()) + "\"}";
    }

    private static String cardOf(Browser member) {
        return member.get("/api/v1/members/me/cards").json().get("items").get(0).get("number").getStringValue();
    }

    private static String pin() {
        return "{\"pin\":\"493817\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}";
    }

    private static List<String> texts(Browser.Answer answer, String field) {
        List<String> texts = new ArrayList<>();
        answer.json().get("items").values().forEach(item -> texts.add(item.get(field).getStringValue()));
        return texts;
    }
}
