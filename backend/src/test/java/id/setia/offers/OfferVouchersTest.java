package id.setia.offers;

import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.rewards.CodePools;
import id.setia.rewards.DiscountTerms;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers that give a voucher of a reward, for no points and once. */
@SetiaTest
class OfferVouchersTest {

    private static final String OFFERS = "/api/v1/offers";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int AT_ONCE = 16;

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestMembers members;

    @Inject
    TestRewards rewards;

    @Inject
    TestTills tills;

    @Inject
    CodePools pools;

    @Inject
    Offers offers;

    @Inject
    OfferNoting noting;

    @Inject
    JobRunner jobs;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private final List<String> published = new ArrayList<>();
    private Browser rina;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
    }

    @AfterEach
    void leave_no_offer_for_other_tests() {
        published.forEach(id -> PublicId.OFFER.parse(id).ifPresent(offers::stop));
        jobs.runDue(systemClock.now());
    }

    @Test
    void activating_gives_a_voucher_that_the_till_takes_and_that_counts_as_a_use_of_the_offer() {
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        String offer = publish(discount(), Set.of(budi.id()), true, "");
        assertThat(listed(portal, offer).get("voucher")).isNull();

        Browser.Answer activated = activate(portal, offer);
        Browser.Answer again = activate(portal, offer);

        assertThat(activated.text("state")).as(activated.body()).isEqualTo("activated");
        assertThat(again.body()).isEqualTo(activated.body());
        assertThat(activated.json().get("voucher").get("code")).isNull();
        String code = reveal(portal, activated);
        assertThat(listed(portal, offer).get("voucher").get("code").getStringValue()).isEqualTo(code);
        assertThat(portal.get("/api/v1/members/me/redemptions").json().get("items").get(0).get("points").getLongValue())
                .isZero();
        Browser.Answer seen = browsers.till()
                .post("/api/v1/members/lookup", "{\"email\":\"" + budi.email() + "\"}");
        assertThat(seen.body()).contains(offer, activated.json().get("voucher").get("voucherId").getStringValue());
        assertThat(seen.body()).doesNotContain(code);
        String card = portal.get("/api/v1/members/me").json().get("cards").get(0).get("number").getStringValue();
        Browser.Answer elsewhere =
                tills.tillOfAnotherPartner().post("/api/v1/members/lookup", "{\"card\":\"" + card + "\"}");
        assertThat(elsewhere.text("view")).as(elsewhere.body()).isEqualTo("masked");
        assertThat(elsewhere.body()).doesNotContain(offer, "voucherId");

        Browser till = browsers.till();
        Browser.Answer used = till.post("/api/v1/vouchers/use", use(code, "1"));
        assertThat(used.text("state")).as(used.body()).isEqualTo("used");
        assertThat(till.post("/api/v1/vouchers/use", use(code, "1")).json().get("replayed").getBooleanValue()).isTrue();
        assertThat(listed(portal, offer).get("state").getStringValue()).isEqualTo("used");
        assertThat(results(offer, "used")).isEqualTo(1);
        assertThat(results(offer, "uses")).isEqualTo(1);
        assertThat(activate(portal, offer).text("code")).isEqualTo("offer_already_used");

        assertThat(till.post("/api/v1/vouchers/undo", receipt(code, "1", "")).text("state")).isEqualTo("revealed");
        assertThat(results(offer, "uses")).isZero();
        assertThat(listed(portal, offer).get("state").getStringValue()).isEqualTo("activated");
    }

    @Test
    void sixteen_activations_at_once_give_one_voucher() throws Exception {
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(5));
        String offer = publish(reward, Set.of(budi.id()), true, "\"budgetUses\":5,");

        Set<String> vouchers = atOnce(() -> activate(portal, offer)).stream()
                .map(answer -> answer.json().get("voucher").get("voucherId").getStringValue())
                .collect(Collectors.toSet());

        assertThat(vouchers).hasSize(1);
        assertThat(left(reward)).isEqualTo(4);
        assertThat(staffSees(offer, "budgetUsesLeft")).isEqualTo(4);
        assertThat(portal.get("/api/v1/members/me/redemptions").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void no_more_vouchers_are_given_than_budget_and_stock_allow() {
        List<TestMembers.TestMember> three = Stream.generate(members::join).limit(3).toList();
        List<Browser> portals = three.stream().map(member -> browsers.member(member.email())).toList();
        Set<UUID> all = three.stream().map(TestMembers.TestMember::id).collect(Collectors.toSet());
        String budgeted = publish(discount(), all, true, "\"budgetUses\":2,");
        String stocked = publish(rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(1)), all, true, "");

        List<String> ofBudget =
                portals.stream().map(portal -> outcome(activate(portal, budgeted))).toList();
        List<String> ofStock = portals.stream().map(portal -> outcome(activate(portal, stocked))).toList();

        assertThat(ofBudget).containsExactly("activated", "activated", "offer_used_up");
        assertThat(ofStock).containsExactly("activated", "offer_used_up", "offer_used_up");
        assertThat(listed(portals.get(2), budgeted).get("usedUp").getBooleanValue()).isTrue();
        assertThat(listed(portals.getFirst(), budgeted).get("usedUp").getBooleanValue()).isFalse();
        portals.getFirst().delete(activation(budgeted));
        assertThat(outcome(activate(portals.get(2), budgeted))).isEqualTo("activated");
    }

    @Test
    void taking_an_activation_back_ends_the_voucher_and_the_next_one_is_another() {
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        String offer = publish(discount(), Set.of(budi.id()), true, "");
        Browser.Answer first = activate(portal, offer);
        String code = reveal(portal, first);

        Browser.Answer back = portal.delete(activation(offer));

        assertThat(back.text("state")).as(back.body()).isEqualTo("available");
        assertThat(browsers.till().post("/api/v1/vouchers/use", use(code, "1")).text("code"))
                .isEqualTo("voucher_cancelled");
        Browser.Answer second = activate(portal, offer);
        assertThat(second.json().get("voucher").get("voucherId"))
                .isNotEqualTo(first.json().get("voucher").get("voucherId"));
        String redemption = portal.get("/api/v1/members/me/redemptions")
                .json().get("items").get(0).get("redemptionId").getStringValue();
        assertThat(portal.with("Idempotency-Key", ids.next().toString())
                        .send("PUT", "/api/v1/members/me/redemptions/" + redemption + "/cancellation", "", "")
                        .text("code"))
                .isEqualTo("redemption_final");
    }

    @Test
    void an_imported_code_that_was_shown_is_not_taken_back() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_POOL));
        String imported = "MITRA-" + ids.next();
        pools.add(reward, ids.next(), Set.of(imported));
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        String offer = publish(reward, Set.of(budi.id()), true, "");
        Browser.Answer activated = activate(portal, offer);
        assertThat(outcome(activated)).as(activated.body()).isEqualTo("activated");
        reveal(portal, activated);

        assertThat(portal.delete(activation(offer)).text("code")).isEqualTo("redemption_final");
        end(offer);

        assertThat(browsers.till().post("/api/v1/vouchers/use", use(imported, "1")).text("state")).isEqualTo("used");
    }

    @Test
    void without_activation_members_get_it_once_the_offer_has_begun_and_those_held_out_never() {
        List<UUID> list = Stream.generate(members::join).map(TestMembers.TestMember::id).limit(12).toList();
        UUID reward = discount();
        String offer = publish(reward, Set.copyOf(list), false, "\"holdoutPercent\":50,");
        Offer running = offers.find(PublicId.OFFER.parse(offer).orElseThrow()).orElseThrow();

        noting.queueDue();
        jobs.runDue(systemClock.now());
        noting.queueDue();
        jobs.runDue(systemClock.now());

        list.forEach(member -> assertThat(vouchers(member)).isEqualTo(running.holdsOut(member) ? 0 : 1));
        assertThat(staffSees(offer, "activated"))
                .isEqualTo(list.stream().filter(member -> !running.holdsOut(member)).count());
        UUID held = list.stream().filter(running::holdsOut).findFirst().orElseThrow();
        assertThat(rina.get("/api/v1/members/" + PublicId.MEMBER.format(held) + "/offers").body()).doesNotContain(offer);
    }

    @Test
    void those_held_out_cannot_activate_it() {
        List<TestMembers.TestMember> list = Stream.generate(members::join).limit(8).toList();
        Set<UUID> all = list.stream().map(TestMembers.TestMember::id).collect(Collectors.toSet());
        String offer = publish(discount(), all, true, "\"holdoutPercent\":50,");
        Offer running = offers.find(PublicId.OFFER.parse(offer).orElseThrow()).orElseThrow();

        list.stream().filter(member -> running.holdsOut(member.id())).limit(1).forEach(held -> assertThat(
                        activate(browsers.member(held.email()), offer).text("code"))
                .isEqualTo("offer_not_available"));
    }

    @Test
    void ending_the_offer_withdraws_what_was_not_used() {
        List<TestMembers.TestMember> two = Stream.generate(members::join).limit(2).toList();
        List<Browser> portals = two.stream().map(member -> browsers.member(member.email())).toList();
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(2));
        String offer = publish(
                reward, two.stream().map(TestMembers.TestMember::id).collect(Collectors.toSet()), true, "");
        List<String> codes =
                portals.stream().map(portal -> reveal(portal, activate(portal, offer))).toList();
        Browser till = browsers.till();
        till.post("/api/v1/vouchers/use", use(codes.getFirst(), "1"));

        Browser.Answer ended = end(offer);

        assertThat(ended.text("stage")).as(ended.body()).isEqualTo("ended");
        assertThat(till.post("/api/v1/vouchers/use", use(codes.getLast(), "2")).text("code"))
                .isEqualTo("voucher_cancelled");
        assertThat(left(reward)).isEqualTo(1);
        assertThat(results(offer, "uses")).isEqualTo(1);
    }

    @Test
    void a_voucher_that_was_used_when_its_offer_ended_ends_with_that_use() {
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        Browser till = browsers.till();
        List.<UnaryOperator<String>>of(this::endedText, this::stoppedText).forEach(ending -> {
            String offer = publish(rewards.publish(reward(RewardKind.VOUCHER_GENERATED)), Set.of(budi.id()), true, "");
            String code = reveal(portal, activate(portal, offer));
            till.post("/api/v1/vouchers/use", use(code, "1"));

            assertThat(ending.apply(offer)).isEqualTo("ended");

            assertThat(till.post("/api/v1/vouchers/use", use(code, "1")).text("state")).isEqualTo("used");
            assertThat(till.post("/api/v1/vouchers/undo", receipt(code, "1", "")).text("state")).isEqualTo("cancelled");
            assertThat(till.post("/api/v1/vouchers/use", use(code, "2")).text("code")).isEqualTo("voucher_cancelled");
        });
    }

    private String endedText(String offer) {
        return end(offer).text("stage");
    }

    private String stoppedText(String offer) {
        Browser.Answer stopped = rina.send("PUT", OFFERS + "/" + offer + "/stop", "application/json", "{\"reason\": \"Uji\"}");
        jobs.runDue(systemClock.now());
        return stopped.text("stage");
    }

    @Test
    void a_reward_keeps_its_tiers_and_its_limit_per_member_when_an_offer_gives_it() {
        TestMembers.TestMember budi = members.join();
        Browser portal = browsers.member(budi.email());
        UUID once = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).perMember(1));
        UUID gold = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).tiers("gold"));
        String first = publish(once, Set.of(budi.id()), true, "");
        String second = publish(once, Set.of(budi.id()), true, "");
        String byItself = publish(once, Set.of(budi.id()), false, "");
        String forGold = publish(gold, Set.of(budi.id()), true, "");

        assertThat(outcome(activate(portal, first))).isEqualTo("activated");
        Browser.Answer again = activate(portal, second);
        noting.queueDue();
        jobs.runDue(systemClock.now());
        Browser.Answer notGold = activate(portal, forGold);

        assertThat(again.text("code")).as(again.body()).isEqualTo("member_limit_reached");
        assertThat(again.status()).isEqualTo(409);
        assertThat(notGold.text("code")).as(notGold.body()).isEqualTo("tier_required");
        assertThat(portal.get("/api/v1/members/me/offers").body()).doesNotContain(forGold);
        assertThat(listed(portal, byItself).get("voucher")).isNull();
        assertThat(vouchers(budi.id())).isEqualTo(1);
        portal.delete(activation(first));
        assertThat(outcome(activate(portal, second))).isEqualTo("activated");
    }

    @Test
    void what_is_wrong_with_an_offer_of_a_voucher_is_told_at_its_place() {
        UUID thing = rewards.publish(reward(RewardKind.PRODUCT));

        Browser.Answer both = rina.post(OFFERS, offer(thing, Set.of(), true, "\"budgetPoints\":5,")
                .replace("\"usesPerMember\":1", "\"usesPerMember\":2"));
        Browser.Answer none = rina.post(OFFERS, offer(ids.next(), Set.of(), true, ""));
        Browser.Answer neither = rina.post(
                OFFERS, offer(thing, Set.of(), true, "").replaceFirst("\"rewardId\":\"[^\"]+\",", ""));

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.fieldCodes()).isEqualTo(Map.of(
                "/usesPerMember", "value_unknown",
                "/budgetPoints", "must_be_absent",
                "/rewardId", "reward_without_voucher"));
        assertThat(none.fieldCodes()).isEqualTo(Map.of("/rewardId", "reward_unknown"));
        assertThat(neither.fieldCodes()).isEqualTo(Map.of("/benefit", "exactly_one_of"));
    }

    private UUID discount() {
        return rewards.publish(reward(RewardKind.TILL_DISCOUNT)
                .discount(new DiscountTerms(null, "10", null, new Money("50000", "IDR"))));
    }

    /** An offer in force for a list of members; for everybody when the list is empty. */
    private String publish(UUID reward, Set<UUID> meant, boolean needsActivation, String more) {
        Browser.Answer draft = rina.post(OFFERS, offer(reward, meant, needsActivation, more));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(draft.json().get("sentence").get("id").getStringValue()).isEqualTo("Voucer “Hadiah uji”");
        published.add(draft.text("offerId"));
        Browser.Answer running = rina.with("If-Match", draft.header("ETag"))
                .send("PUT", OFFERS + "/" + draft.text("offerId") + "/publication", "", "");
        assertThat(running.text("stage")).as(running.body()).isEqualTo("running");
        return draft.text("offerId");
    }

    private String offer(UUID reward, Set<UUID> meant, boolean needsActivation, String more) {
        String audience = meant.isEmpty()
                ? "{\"kind\":\"everyone\"}"
                : "{\"kind\":\"saved\",\"audienceId\":\"" + list(meant) + "\"}";
        return """
                {"name":{"id":"Voucer","en":"A voucher"},"description":{"id":"Voucer.","en":"A voucher."},"badge":"-10%%",
                 "audience":%s,"rewardId":"%s",%s"endsAt":"%s","needsActivation":%s,"usesPerMember":1}"""
                .formatted(
                        audience, PublicId.REWARD.format(reward), more, clock.now().plus(Duration.ofDays(30)), needsActivation);
    }

    private String list(Set<UUID> meant) {
        String list = rina.post("/api/v1/audiences", "{\"name\": \"Uji voucer\"}").text("audienceId");
        String csv = meant.stream().map(PublicId.MEMBER::format).collect(Collectors.joining("\n", "member_id\n", "\n"));
        rina.upload("/api/v1/audiences/" + list + "/imports", "u.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of());
        jobs.runDue(systemClock.now());
        return list;
    }

    private Browser.Answer end(String offer) {
        Browser.Answer running = rina.get(OFFERS + "/" + offer);
        Browser.Answer ended = rina.with("If-Match", running.header("ETag")).send("PUT", OFFERS + "/" + offer + "/end", "", "");
        jobs.runDue(systemClock.now());
        return ended;
    }

    private static Browser.Answer activate(Browser portal, String offer) {
        return portal.send("PUT", activation(offer), "", "");
    }

    private static String activation(String offer) {
        return "/api/v1/members/me/offers/" + offer + "/activation";
    }

    private static String outcome(Browser.Answer answer) {
        return answer.status() == 200 ? answer.text("state") : answer.text("code");
    }

    private static String reveal(Browser portal, Browser.Answer activated) {
        Browser.Answer shown = portal.send(
                "PUT",
                "/api/v1/members/me/vouchers/" + activated.json().get("voucher").get("voucherId").getStringValue() + "/reveal",
                "",
                "");
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return shown.text("code");
    }

    private static JsonNode listed(Browser portal, String offer) {
        for (JsonNode item : portal.get("/api/v1/members/me/offers").json().get("items").values()) {
            if (item.get("offerId").getStringValue().equals(offer)) {
                return item;
            }
        }
        throw new AssertionError("offer " + offer + " is not listed");
    }

    private long results(String offer, String figure) {
        return rina.get(OFFERS + "/" + offer + "/results").json().get(figure).getLongValue();
    }

    private long staffSees(String offer, String figure) {
        return rina.get(OFFERS + "/" + offer).json().get(figure).getLongValue();
    }

    private long left(UUID reward) {
        return rina.get("/api/v1/rewards/" + PublicId.REWARD.format(reward)).json().get("left").getLongValue();
    }

    private long vouchers(UUID member) {
        return staff.signedIn(Role.SERVICE_AGENT)
                .get("/api/v1/members/" + PublicId.MEMBER.format(member) + "/redemptions")
                .json()
                .get("items")
                .size();
    }

    private static String use(String code, String number) {
        return receipt(code, number, ",\"total\":{\"amount\":\"60000\",\"currency\":\"IDR\"}");
    }

    private static String receipt(String code, String number, String more) {
        return "{\"code\":\"%s\",\"receipt\":{\"businessDate\":\"%s\",\"till\":\"1\",\"receiptNumber\":\"%s\"}%s}"
                .formatted(code, DAY, number + code, more);
    }

    private static List<Browser.Answer> atOnce(Callable<Browser.Answer> act) throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Browser.Answer> answers = new ArrayList<>();
            for (Future<Browser.Answer> done : many.invokeAll(Collections.nCopies(AT_ONCE, act))) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
