package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.earning.RulePublicationPolicy;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.program.Settings;
import id.setia.rewards.DiscountTerms;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff plan offers over HTTP, and members have them at once. */
@SetiaTest
class OfferEditingTest {

    private static final String OFFERS = "/api/v1/offers";

    @Inject
    TestRewards rewards;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    TestTills tills;

    @Inject
    Settings settings;

    @Inject
    TestMembers members;

    @Inject
    PartnerDirectory partners;

    @Inject
    Offers offers;

    @Inject
    BusinessClock clock;

    private Browser rina;
    private String published = "";

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
    }

    @AfterEach
    void leave_no_offer_and_no_limit_for_other_tests() {
        limit(RulePublicationPolicy.USUAL);
        PublicId.OFFER.parse(published).ifPresent(offers::stop);
    }

    @Test
    void a_draft_is_nobodys_a_published_offer_is_seen_and_activated_at_once_and_counted() {
        Browser budi = member();
        Browser.Answer draft = create(offer("everyone", "", null));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(draft.text("stage")).isEqualTo("draft");
        assertThat(draft.json().get("sentence").get("id").getStringValue().replace('\u00a0', ' '))
                .isEqualTo("Bonus 150 poin tiap belanja untuk kategori Uji hadiah");
        assertThat(budi.get("/api/v1/members/me/offers").body()).doesNotContain(draft.text("offerId"));

        Browser.Answer running = put(draft, "/publication", draft.header("ETag"), "");

        assertThat(running.status()).as(running.body()).isEqualTo(200);
        assertThat(running.text("stage")).isEqualTo("running");
        assertThat(budi.get("/api/v1/members/me/offers").body()).contains(draft.text("offerId"));
        Browser.Answer activated = budi.send(
                "PUT", "/api/v1/members/me/offers/" + draft.text("offerId") + "/activation", "", "");
        assertThat(activated.text("state")).isEqualTo("activated");
        assertThat(rina.get(OFFERS + "/" + draft.text("offerId")).json().get("activated").getLongValue())
                .isEqualTo(1);
    }

    @Test
    void a_draft_changes_until_it_is_published_and_then_no_more() {
        Browser.Answer draft = create(offer("everyone", "", null));
        Browser.Answer changed =
                put(draft, "", draft.header("ETag"), offer("tiers", ",\"tiers\":[\"priority\"]", null));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("audience").get("tiers").get(0).getStringValue()).isEqualTo("priority");
        assertThat(put(draft, "", draft.header("ETag"), offer("everyone", "", null)).text("code"))
                .isEqualTo("changed_meanwhile");

        Browser.Answer running = put(draft, "/publication", changed.header("ETag"), "");
        Browser.Answer refused = put(draft, "", running.header("ETag"), offer("everyone", "", null));
        Browser.Answer kept = rina.with("If-Match", running.header("ETag"))
                .delete(OFFERS + "/" + draft.text("offerId"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("offer_not_draft");
        assertThat(kept.text("code")).isEqualTo("offer_not_draft");
    }

    @Test
    void a_draft_can_be_thrown_away() {
        Browser.Answer draft = create(offer("everyone", "", null));

        assertThat(rina.with("If-Match", draft.header("ETag")).delete(OFFERS + "/" + draft.text("offerId")).status())
                .isEqualTo(204);
        assertThat(rina.get(OFFERS + "/" + draft.text("offerId")).status()).isEqualTo(404);
    }

    @Test
    void an_offer_that_ended_is_gone_for_members_and_keeps_its_counts_for_staff() {
        Browser budi = member();
        Browser.Answer draft = create(offer("everyone", "", null));
        Browser.Answer running = put(draft, "/publication", draft.header("ETag"), "");

        Browser.Answer ended = put(draft, "/end", running.header("ETag"), "");

        assertThat(ended.text("stage")).isEqualTo("ended");
        assertThat(budi.get("/api/v1/members/me/offers").body()).doesNotContain(draft.text("offerId"));
        assertThat(put(draft, "/end", ended.header("ETag"), "").text("code")).isEqualTo("offer_ended");
        assertThat(rina.get(OFFERS).body()).contains(draft.text("offerId"));
    }

    @Test
    void an_offer_of_the_future_waits() {
        Browser.Answer draft = create(offer("everyone", "", clock.now().plus(Duration.ofDays(3))));

        Browser.Answer scheduled = put(draft, "/publication", draft.header("ETag"), "");

        assertThat(scheduled.text("stage")).isEqualTo("scheduled");
        assertThat(member().get("/api/v1/members/me/offers").body()).doesNotContain(draft.text("offerId"));
    }

    @Test
    void the_rule_of_an_offer_is_changed_with_the_offer_alone() {
        Browser.Answer draft = create(offer("everyone", "", null));
        put(draft, "/publication", draft.header("ETag"), "");
        String code = "\"code\":\"offer-" + draft.text("offerId").substring(4) + "\"";
        String rules = rina.get("/api/v1/rules").body();
        assertThat(rules).contains(code);
        String before = rules.substring(0, rules.indexOf(code));
        String ruleId = before.substring(before.lastIndexOf("rul_"), before.lastIndexOf("rul_") + 30);

        Browser.Answer refused = rina.with("If-Match", "\"1\"")
                .send("PUT", "/api/v1/rules/" + ruleId + "/end", "application/json", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("rule_belongs_to_offer");
    }

    @Test
    void everything_wrong_with_a_draft_is_told_at_its_place() {
        String wrong = offer("tiers", ",\"tiers\":[\"platinum\"]", null)
                .replace("\"points\":150", "\"points\":150,\"factor\":\"2\"")
                .replace("\"name\":{\"id\":\"Hadiah\"", "\"name\":{\"id\":\" \"")
                .replaceFirst("\"endsAt\":\"[^\"]+\"", "\"endsAt\":\"2020-01-01T00:00:00Z\"");

        Browser.Answer refused = create(wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes())
                .isEqualTo(Map.of(
                        "/name/id", "required",
                        "/audience/tiers/0", "value_unknown",
                        "/benefit/factor", "must_be_absent",
                        "/endsAt", "end_before_start"));
    }

    @Test
    void an_offer_that_costs_more_than_one_person_may_decide_waits_for_a_second_who_is_somebody_else() {
        String wanted = costing300Points();
        Browser.Answer dear = create(wanted);
        Browser.Answer budgeted = create(wanted.replace("\"needsActivation\"", "\"budgetPoints\":200,\"needsActivation\""));
        Browser.Answer narrow = create(wanted.replace("\"everyone\"", "\"tiers\",\"tiers\":[\"priority\"]"));
        limit(new RulePublicationPolicy(299L, null, List.of("finance")));

        Browser.Answer waiting = put(dear, "/publication", dear.header("ETag"), "");
        Browser.Answer allowed = put(narrow, "/publication", narrow.header("ETag"), "");

        assertThat(waiting.status()).as(waiting.body()).isEqualTo(200);
        assertThat(waiting.text("stage")).isEqualTo("waiting");
        assertThat(waiting.json().get("expectedPoints").getLongValue()).isEqualTo(300);
        assertThat(member().get("/api/v1/members/me/offers").body()).doesNotContain(dear.text("offerId"));
        assertThat(put(dear, "", waiting.header("ETag"), wanted).text("code")).isEqualTo("offer_not_draft");
        assertThat(put(dear, "/publication", waiting.header("ETag"), "").text("code")).isEqualTo("offer_not_draft");
        assertThat(allowed.text("stage")).as(allowed.body()).isEqualTo("running");
        Browser.Answer within = put(budgeted, "/publication", budgeted.header("ETag"), "");
        assertThat(within.text("stage")).as(within.body()).isEqualTo("running");
        PublicId.OFFER.parse(within.text("offerId")).ifPresent(offers::stop);

        String approval = "/api/v1/approvals/" + waiting.text("approvalId");
        assertThat(rina.post(approval + "/approval", "{}").status()).isEqualTo(403);
        assertThat(staff.signedIn(Role.SERVICE_AGENT).post(approval + "/approval", "{}").text("code"))
                .isEqualTo("role_may_not_approve");
        Browser finance = staff.signedIn(Role.FINANCE);
        assertThat(finance.get(approval).body()).contains("Publish an offer", "300", "Hadiah");
        Browser.Answer yes = finance.post(approval + "/approval", "{}");

        assertThat(yes.text("state")).as(yes.body()).isEqualTo("approved");
        assertThat(rina.get(OFFERS + "/" + dear.text("offerId")).text("stage")).isEqualTo("running");
        assertThat(member().get("/api/v1/members/me/offers").body()).contains(dear.text("offerId"));
        published = dear.text("offerId");
        PublicId.OFFER.parse(narrow.text("offerId")).ifPresent(offers::stop);
    }

    @Test
    void a_voucher_costs_what_it_takes_off_where_that_is_more_than_its_price() {
        UUID fixed = rewards.publish(TestRewards.reward(RewardKind.TILL_DISCOUNT)
                .points(1)
                .discount(new DiscountTerms(new Money("10000", "IDR"), null, null, null)));
        UUID share = rewards.publish(TestRewards.reward(RewardKind.TILL_DISCOUNT)
                .points(1)
                .discount(new DiscountTerms(null, "100", null, null)));
        Browser.Answer two = create(voucher(fixed, 2));
        Browser.Answer endless = create(voucher(share, 1));
        limit(new RulePublicationPolicy(1_999L, null, List.of("finance")));

        Browser.Answer dear = put(two, "/publication", two.header("ETag"), "");
        Browser.Answer unknown = put(endless, "/publication", endless.header("ETag"), "");

        assertThat(dear.text("stage")).as(dear.body()).isEqualTo("waiting");
        assertThat(dear.json().get("expectedPoints").getLongValue()).isEqualTo(2_000);
        assertThat(unknown.text("stage")).as(unknown.body()).isEqualTo("waiting");
        assertThat(unknown.json().get("expectedPoints")).isNull();
        Browser.Answer dearer = price(fixed, "20000");
        assertThat(dearer.text("code")).as(dearer.body()).isEqualTo("second_person_needed");
        assertThat(dearer.text("detail"))
                .startsWith("This would cost about 4,000 points for all its vouchers, more than the limit of 1,999 points. End the offers")
                .doesNotContain("month");
        assertThat(price(fixed, "9000").status()).isEqualTo(200);
    }

    /** The reward with another discount, as a marketer writes it. */
    private Browser.Answer price(UUID reward, String amount) {
        String path = "/api/v1/rewards/" + PublicId.REWARD.format(reward);
        Browser.Answer now = rina.get(path);
        return rina.with("If-Match", now.header("ETag")).send("PUT", path, "application/json", """
                {"name":{"id":"Hadiah uji","en":"A test reward"},"description":{"id":"Uji.","en":"A test."},
                 "kind":"till_discount","points":1,"discount":{"amount":{"amount":"%s","currency":"IDR"}},
                 "perMember":0,"perPeriod":0,"tiers":[]}""".formatted(amount));
    }

    private String voucher(UUID reward, int uses) {
        return """
                {"name":{"id":"Voucer","en":"A voucher"},"description":{"id":"Voucer.","en":"A voucher."},"badge":"-10%%",
                 "audience":{"kind":"everyone"},"rewardId":"%s","budgetUses":%d,"endsAt":"%s","needsActivation":true,
                 "usesPerMember":1}""".formatted(PublicId.REWARD.format(reward), uses, clock.now().plus(Duration.ofDays(30)));
    }

    @Test
    void an_offer_that_waits_is_taken_back_or_refused_and_changes_again() {
        String wanted = costing300Points();
        Browser.Answer draft = create(wanted);
        limit(new RulePublicationPolicy(299L, null, List.of("finance")));
        Browser.Answer waiting = put(draft, "/publication", draft.header("ETag"), "");

        Browser.Answer back = rina.with("If-Match", waiting.header("ETag"))
                .delete(OFFERS + "/" + draft.text("offerId") + "/publication");

        assertThat(back.text("stage")).as(back.body()).isEqualTo("draft");
        Browser.Answer again = put(draft, "/publication", back.header("ETag"), "");
        Browser finance = staff.signedIn(Role.FINANCE);
        assertThat(finance.post("/api/v1/approvals/" + waiting.text("approvalId") + "/approval", "{}").text("code"))
                .isEqualTo("approval_already_decided");
        finance.post("/api/v1/approvals/" + again.text("approvalId") + "/rejection", "{\"note\":\"Terlalu mahal\"}");
        Browser.Answer refused = rina.get(OFFERS + "/" + draft.text("offerId"));
        assertThat(refused.text("stage")).isEqualTo("draft");
        assertThat(refused.json().get("rejection").get("note").getStringValue()).isEqualTo("Terlalu mahal");

        Browser.Answer changed = put(draft, "", refused.header("ETag"), wanted);

        assertThat(changed.text("stage")).as(changed.body()).isEqualTo("draft");
        assertThat(changed.json().get("rejection")).isNull();
    }

    /** An offer of 150 points a purchase on goods that were bought twice. */
    private String costing300Points() {
        Browser till = tills.till();
        String unique = "Uji hadiah " + TestTills.number();
        for (int purchase = 0; purchase < 2; purchase++) {
            String receipt = TestTills.receipt(
                    TestTills.number(), clock.now(), 50_000,
                    "{\"memberId\":\"" + PublicId.MEMBER.format(members.join().id()) + "\"}");
            assertThat(till.post("/api/v1/purchases", receipt.replace(
                            "\"name\":\"Beras\",", "\"name\":\"Beras\",\"category\":\"" + unique + "\",")).status())
                    .isEqualTo(201);
        }
        return offer("everyone", "", null).replace("Uji hadiah", unique);
    }

    private void limit(RulePublicationPolicy policy) {
        settings.change(
                RulePublicationPolicy.SETTING,
                policy,
                settings.read(RulePublicationPolicy.SETTING, RulePublicationPolicy.class, RulePublicationPolicy.USUAL)
                        .version());
    }

    @Test
    void an_analyst_reads_but_does_not_write() {
        Browser analyst = staff.signedIn(Role.ANALYST);

        assertThat(analyst.get(OFFERS).status()).isEqualTo(200);
        assertThat(analyst.post(OFFERS, offer("everyone", "", null)).status()).isEqualTo(403);
    }

    private Browser.Answer create(String offer) {
        Browser.Answer draft = rina.post(OFFERS, offer);
        if (draft.status() == 201) {
            published = draft.text("offerId");
        }
        return draft;
    }

    private Browser.Answer put(Browser.Answer offer, String act, String version, String body) {
        return rina.with("If-Match", version)
                .send("PUT", OFFERS + "/" + offer.text("offerId") + act, body.isEmpty() ? "" : "application/json", body);
    }

    private String offer(String audience, String more, Instant startsAt) {
        return """
                {"name":{"id":"Hadiah","en":"A gift"},"description":{"id":"Poin tambahan.","en":"More points."},
                 "badge":"+150","audience":{"kind":"%s"%s},
                 "benefit":{"kind":"bonus","points":150,"conditions":{"categories":["Uji hadiah"]},"expiryMonths":12,
                  "funderId":"%s"},
                 %s"endsAt":"%s","needsActivation":true,"usesPerMember":1}"""
                .formatted(
                        audience,
                        more,
                        PublicId.PARTNER.format(partners.owner().id()),
                        startsAt == null ? "" : "\"startsAt\":\"" + startsAt + "\",",
                        clock.now().plus(Duration.ofDays(30)));
    }

    private Browser member() {
        String email = members.join().email();
        Browser browser = new Browser(server, mapper).with("X-Forwarded-For", "203.0.113.22").loadPage();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"member\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }
}
