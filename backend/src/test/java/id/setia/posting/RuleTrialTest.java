package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.closing.AccountingValues;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.points.PointsLedger;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff try rules on a purchase, and on past purchases, before any member is touched by them. */
@SetiaTest
class RuleTrialTest {

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestStaff staff;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger points;

    @Inject
    PartnerDirectory partners;

    @Inject
    JobRunner jobs;

    @Inject
    AccountingValues values;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private Browser rina;
    private String category;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        category = "Uji " + ids.next();
    }

    @Test
    void unsaved_terms_are_told_beside_what_the_rules_in_force_give_and_nothing_is_stored() {
        UUID member = people.join().id();

        Browser.Answer tried = rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(member, 50_000) + ",\"terms\":"
                + multiplier("3") + "}");

        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().get("inForce").get("points").getIntValue()).isEqualTo(50);
        assertThat(tried.json().get("trial").get("points").getIntValue()).isEqualTo(150);
        assertThat(tried.json().get("difference").getIntValue()).isEqualTo(100);
        assertThat(tried.body()).contains("3× on 1");
        assertThat(points.balance(member).available()).isZero();
    }

    @Test
    void a_tier_can_be_assumed_and_a_rule_for_another_says_why_it_gives_nothing() {
        String terms = multiplier("2").replace("\"categories\"", "\"tiers\":[\"gold\"],\"categories\"");

        Browser.Answer gold = rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000)
                + ",\"tier\":\"gold\",\"terms\":" + terms + "}");
        Browser.Answer red = rina.post(
                "/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000) + ",\"terms\":" + terms + "}");

        assertThat(gold.json().get("difference").getIntValue()).as(gold.body()).isEqualTo(50);
        assertThat(red.json().get("difference").getIntValue()).isZero();
        assertThat(red.body()).contains("Only for another tier");
        assertThat(rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000)
                        + ",\"tier\":\"platinum\",\"terms\":" + terms + "}").fieldCodes())
                .containsEntry("/tier", "value_unknown");
        assertThat(rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000)
                        + ",\"tier\":\"platinum\",\"terms\":" + terms + "}").body())
                .contains("gold");
    }

    @Test
    void a_refusal_tells_what_is_accepted() {
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();

        Browser.Answer kind = backTest(bonus(50, "").replace("\"bonus\"", "\"join_bonus\"").replaceFirst(
                "\"conditions\":\\{[^}]*},", ""), today, today);
        Browser.Answer year = backTest(multiplier("2"), LocalDate.of(1980, 1, 1), today);

        assertThat(kind.body()).contains("base, multiplier, bonus, per_piece");
        assertThat(year.body()).contains("1990").contains("2199");
    }

    @Test
    void the_caps_of_a_rule_hold_for_its_trial_and_on_past_purchases() {
        UUID budi = people.join().id();
        UUID sari = people.join().id();
        Browser till = tills.till();
        buy(till, budi, 50_000);
        buy(till, budi, 30_000);
        buy(till, sari, 40_000);

        Browser.Answer tried = rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(budi, 50_000) + ",\"terms\":"
                + bonus(50, ",\"caps\":{\"budget\":10}") + "}");

        assertThat(tried.json().get("difference").getIntValue()).as(tried.body()).isEqualTo(10);
        assertThat(difference(bonus(50, ""))).isEqualTo(150);
        assertThat(difference(bonus(50, ",\"caps\":{\"budget\":10}"))).isEqualTo(10);
        assertThat(difference(bonus(50, ",\"caps\":{\"perMember\":[{\"period\":\"ever\",\"unit\":\"times\",\"most\":1}]}")))
                .isEqualTo(100);
        assertThat(difference(bonus(50, ",\"caps\":{\"perMember\":[{\"period\":\"day\",\"unit\":\"points\",\"most\":70}]}")))
                .isEqualTo(120);
    }

    @Test
    void a_rule_for_an_audience_no_other_names_is_tried_by_who_is_in_it_now() {
        UUID budi = people.join().id();
        UUID sari = people.join().id();
        Browser till = tills.till();
        buy(till, budi, 50_000);
        buy(till, sari, 40_000);
        String list = rina.post("/api/v1/audiences", "{\"name\":\"Uji coba\"}").text("audienceId");
        rina.upload(
                "/api/v1/audiences/" + list + "/imports", "u.csv",
                ("member_id\n" + PublicId.MEMBER.format(budi) + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
        jobs.runDue(systemClock.now());
        String terms = multiplier("2").replace("\"categories\"", "\"audiences\":[\"" + list + "\"],\"categories\"");

        Browser.Answer in = rina.post(
                "/api/v1/rules/trial", "{\"purchase\":" + purchase(budi, 50_000) + ",\"terms\":" + terms + "}");
        Browser.Answer out = rina.post(
                "/api/v1/rules/trial", "{\"purchase\":" + purchase(sari, 50_000) + ",\"terms\":" + terms + "}");
        JsonNode past = result(terms);

        assertThat(in.json().get("difference").getIntValue()).as(in.body()).isEqualTo(50);
        assertThat(out.json().get("difference").getIntValue()).isZero();
        assertThat(past.get("figures").get("difference").getIntValue()).isEqualTo(50);
        assertThat(past.get("audiencesOfNow").getBooleanValue()).isTrue();
    }

    @Test
    void a_draft_and_a_version_can_be_tried_too() {
        Browser.Answer draft = rina.post(
                "/api/v1/rule-drafts", "{\"code\":\"uji-" + ids.next() + "\",\"terms\":" + multiplier("4") + "}");
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        Browser.Answer rule = rina.post(
                "/api/v1/rules", "{\"code\":\"uji-" + ids.next() + "\",\"terms\":" + multiplier("5") + ",\"from\":\""
                        + clock.now().plus(Duration.ofDays(300)) + "\"}");

        Browser.Answer ofDraft = rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000)
                + ",\"draftId\":\"" + draft.text("draftId") + "\"}");
        Browser.Answer ofVersion = rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000)
                + ",\"ruleId\":\"" + rule.text("ruleId") + "\",\"version\":1}");

        assertThat(ofDraft.json().get("difference").getIntValue()).as(ofDraft.body()).isEqualTo(150);
        assertThat(ofVersion.json().get("difference").getIntValue()).as(ofVersion.body()).isEqualTo(200);
        assertThat(rina.post("/api/v1/rules/trial", "{\"purchase\":" + purchase(null, 50_000) + "}").fieldCodes())
                .containsEntry("/terms", "required");
    }

    @Test
    void a_back_test_says_who_would_have_got_what_and_changes_nothing() {
        UUID budi = people.join().id();
        UUID sari = people.join().id();
        Browser till = tills.till();
        buy(till, budi, 50_000);
        buy(till, budi, 30_000);
        String returned = buy(till, sari, 40_000);
        assertThat(till.post("/api/v1/refunds", TestTills.refund(returned, clock.now(), "0.5")).status()).isEqualTo(201);
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();

        Browser.Answer queued = rina.with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/rules/back-tests", "{\"terms\":" + multiplier("3") + ",\"from\":\"" + today.minusDays(1)
                        + "\",\"until\":\"" + today + "\",\"expectedUsePercent\":50}");
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        jobs.runDue(systemClock.now());
        JsonNode done = rina.get("/api/v1/rules/back-tests/" + queued.text("jobId")).json();

        assertThat(done.get("state").getStringValue()).isEqualTo("done");
        JsonNode result = done.get("result");
        assertThat(result.get("figures").get("difference").getIntValue()).isEqualTo(2 * (50 + 30 + 20));
        assertThat(result.get("figures").get("purchasesTouched").getIntValue()).isEqualTo(3);
        assertThat(result.get("membersTouched").getIntValue()).isEqualTo(2);
        assertThat(result.get("cost").get("amount").getStringValue()).isEqualTo("2000");
        assertThat(result.get("liability").get("amount").getStringValue())
                .isEqualTo(values.worth(100, today).amount());
        assertThat(result.get("categories").get(0).get("category").getStringValue()).isEqualTo(category);
        assertThat(points.balance(budi).available()).isEqualTo(80);
        assertThat(points.balance(sari).available()).isEqualTo(20);
    }

    @Test
    void a_back_test_of_some_stores_tells_each_week_and_the_receipts_that_change_most() {
        UUID budi = people.join().id();
        Browser till = tills.till();
        buy(till, budi, 50_000);
        String most = buy(till, budi, 90_000);
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
        Store elsewhere = partners.createStore(
                new Caller.Stranger(), shop.store().partnerId(), "lain-" + TestTills.number().toLowerCase(), "Toko lain", ZoneId.of("Asia/Jakarta"), "Jakarta");

        JsonNode here = result(multiplier("3"), ",\"storeIds\":[\"" + PublicId.STORE.format(shop.store().id()) + "\"]");
        JsonNode there = result(multiplier("3"), ",\"storeIds\":[\"" + PublicId.STORE.format(elsewhere.id()) + "\"]");
        JsonNode week = here.get("weeks").get(here.get("weeks").size() - 1);
        JsonNode receipt = here.get("receipts").get(0);

        assertThat(week.get("monday").getStringValue())
                .isEqualTo(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString());
        assertThat(week.get("pointsWith").getLongValue() - week.get("pointsBefore").getLongValue()).isEqualTo(280);
        assertThat(receipt.get("receiptNumber").getStringValue()).isEqualTo(most);
        assertThat(receipt.get("pointsWith").getLongValue() - receipt.get("pointsBefore").getLongValue()).isEqualTo(180);
        assertThat(receipt.get("reasons").get(0).get("reason").get("en").getStringValue()).contains("3×");
        assertThat(there.get("figures").get("purchases").getIntValue()).isZero();
        assertThat(there.get("receipts").size()).isZero();
    }

    @Test
    void a_back_test_names_the_draft_and_the_stores_it_was_asked_for() {
        String store = PublicId.STORE.format(shop.store().id());
        String draft = rina.post(
                        "/api/v1/rule-drafts", "{\"code\":\"uji-" + ids.next() + "\",\"terms\":" + multiplier("4") + "}")
                .text("draftId");
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();

        Browser.Answer queued = backTest("\"draftId\":\"" + draft + "\",\"storeIds\":[\"" + store + "\"]", today);
        Browser.Answer unknown = backTest(
                "\"draftId\":\"" + draft + "\",\"storeIds\":[\"" + PublicId.STORE.format(ids.next()) + "\"]", today);

        assertThat(queued.text("draftId")).as(queued.body()).isEqualTo(draft);
        assertThat(queued.json().get("storeIds").get(0).getStringValue()).isEqualTo(store);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("store_not_found");
    }

    private long difference(String terms) {
        return result(terms).get("figures").get("difference").getLongValue();
    }

    private JsonNode result(String terms) {
        return result(terms, "");
    }

    private JsonNode result(String terms, String more) {
        LocalDate today = clock.now().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
        Browser.Answer queued = backTest("\"terms\":" + terms + more, today);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        jobs.runDue(systemClock.now());
        return rina.get("/api/v1/rules/back-tests/" + queued.text("jobId")).json().get("result");
    }

    private Browser.Answer backTest(String terms, LocalDate from, LocalDate until) {
        return rina.with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/rules/back-tests", "{\"terms\":" + terms + ",\"from\":\"" + from + "\",\"until\":\"" + until
                        + "\"}");
    }

    private Browser.Answer backTest(String what, LocalDate today) {
        return rina.with("Idempotency-Key", ids.next().toString())
                .post("/api/v1/rules/back-tests", "{" + what + ",\"from\":\"" + today.minusDays(1) + "\",\"until\":\"" + today
                        + "\"}");
    }

    private String bonus(int points, String more) {
        return multiplier("2").replace("\"multiplier\"", "\"bonus\"").replace("\"factor\":\"2\"", "\"points\":" + points)
                .replace("\"expiryMonths\":12", "\"expiryMonths\":12" + more);
    }

    private String multiplier(String factor) {
        return """
                {"kind":"multiplier","name":{"id":"Coba","en":"Try"},"factor":"%s","conditions":{"categories":["%s"]},
                 "expiryMonths":12,"funderId":"%s"}"""
                .formatted(factor, category, PublicId.PARTNER.format(shop.store().partnerId()));
    }

    private String purchase(UUID member, long rupiah) {
        Instant at = clock.now().minus(Duration.ofMinutes(1));
        return receipt(TestTills.number(), member, rupiah, at)
                .replaceFirst("\\{", "{\"storeId\":\"" + PublicId.STORE.format(shop.store().id()) + "\",");
    }

    private String receipt(String number, UUID member, long rupiah, Instant at) {
        return TestTills.receipt(
                        number, at, rupiah,
                        member == null ? "" : "{\"memberId\":\"" + PublicId.MEMBER.format(member) + "\"}")
                .replace("\"name\":\"Beras\",", "\"name\":\"Beras\",\"category\":\"" + category + "\",");
    }

    private String buy(Browser till, UUID member, long rupiah) {
        String number = TestTills.number();
        Browser.Answer bought = till.post("/api/v1/purchases", receipt(number, member, rupiah, clock.now()));
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        return number;
    }
}
