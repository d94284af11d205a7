package id.setia.posting;

import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.rewards.CodePools;
import id.setia.rewards.LimitPeriod;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.RedemptionResponse;
import id.setia.rewards.RewardKind;
import id.setia.rewards.VoucherState;
import id.setia.rewards.Vouchers;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking rewards for points, and taking that back. */
@SetiaTest
class RewardRedemptionsTest {

    @Inject
    TestShop shop;

    @Inject
    TestRewards rewards;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    StaffAccounts staff;

    @Inject
    RewardRedemptions redemptions;

    @Inject
    RedemptionAnswers answers;

    @Inject
    Vouchers vouchers;

    @Inject
    CodePools pools;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @BeforeEach
    void openShop() {
        shop.open();
    }

    @Test
    void a_reward_is_taken_once_however_often_it_is_asked_for_and_the_statement_tells_it() {
        TestMembers.TestMember budi = people.join();
        rewards.give(budi.id(), 250);
        String reward = PublicId.REWARD.format(rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(5).validDays(30)));
        Browser browser = browsers.member(budi.email());
        String order = "{\"rewardId\":\"" + reward + "\"}";

        Browser.Answer keyless = browser.post("/api/v1/members/me/redemptions", order);
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.text("code")).isEqualTo("idempotency_key_missing");
        browser.with("Idempotency-Key", ids.next().toString());
        Browser.Answer first = browser.post("/api/v1/members/me/redemptions", order);
        Browser.Answer again = browser.post("/api/v1/members/me/redemptions", order);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.text("redemptionId")).isEqualTo(first.text("redemptionId"));
        JsonNode voucher = first.json().get("voucher");
        assertThat(voucher.get("state").getStringValue()).isEqualTo("issued");
        assertThat(voucher.get("code")).isNull();
        assertThat(points.balance(budi.id()).available()).isEqualTo(150);
        Browser.Answer activity = browser.get("/api/v1/members/me/activity");
        assertThat(activity.json().get("items").get(0).get("kind").getStringValue()).isEqualTo("redemption");
        assertThat(activity.body()).contains("Redeemed for Test reward");
        Browser.Answer shown = browser.send(
                "PUT", "/api/v1/members/me/vouchers/" + voucher.get("voucherId").getStringValue() + "/reveal", "", "");
        assertThat(shown.text("state")).as(shown.body()).isEqualTo("revealed");
        assertThat(shown.text("code")).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(browser.get("/api/v1/members/me/redemptions").body()).contains(shown.text("code"));
    }

    @Test
    void what_a_member_cannot_have_is_refused_with_its_reason_and_nothing_happens() {
        UUID member = shop.member();
        rewards.give(member, 150);
        Instant now = clock.now();

        refused(member, rewards.publish(reward(RewardKind.DONATION).points(200)), ProblemCode.INSUFFICIENT_POINTS);
        refused(member, rewards.publish(reward(RewardKind.DONATION).tiers("priority")), ProblemCode.TIER_REQUIRED);
        refused(member, rewards.publish(reward(RewardKind.DONATION).stock(0)), ProblemCode.SOLD_OUT);
        refused(member, rewards.publish(reward(RewardKind.VOUCHER_POOL)), ProblemCode.SOLD_OUT);
        refused(member, rewards.publish(reward(RewardKind.DONATION).from(now.plusSeconds(600))), ProblemCode.REWARD_NOT_YET);
        refused(member, UUID.randomUUID(), ProblemCode.REWARD_NOT_FOUND);
        UUID once = rewards.publish(reward(RewardKind.DONATION).points(1).per(LimitPeriod.MONTH, 1));
        take(member, once);
        refused(member, once, ProblemCode.MEMBER_LIMIT_REACHED);
        refused(shop.unclaimedMember(), once, ProblemCode.SPENDING_NOT_ALLOWED);

        assertThat(points.balance(member).available()).isEqualTo(149);
    }

    private void refused(UUID member, UUID reward, ProblemCode code) {
        assertThatThrownBy(() -> take(member, reward))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void of_sixty_four_buyers_of_the_last_ten_pieces_exactly_ten_get_one() throws Exception {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(10));
        List<UUID> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < 64; buyer++) {
            UUID member = shop.member();
            rewards.give(member, 100);
            buyers.add(member);
        }

        List<String> outcomes = atOnce(buyers, reward);

        assertThat(outcomes.stream().filter("taken"::equals)).hasSize(10);
        assertThat(outcomes.stream().filter("sold_out"::equals)).hasSize(54);
        assertThat(buyers.stream().mapToLong(member -> points.balance(member).available()).sum()).isEqualTo(5_400);
        assertThat(count("SELECT COUNT(*) FROM voucher WHERE reward_id = ?", reward)).isEqualTo(10);
        promisesHold(buyers);
    }

    @Test
    void of_sixty_four_requests_for_the_same_points_exactly_one_gets_something() throws Exception {
        UUID reward = rewards.publish(reward(RewardKind.DONATION));
        UUID member = shop.member();
        rewards.give(member, 199);
        List<UUID> sixtyFour = Collections.nCopies(64, member);

        List<String> outcomes = atOnce(sixtyFour, reward);

        assertThat(outcomes.stream().filter("taken"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("insufficient_points"::equals)).hasSize(63);
        assertThat(points.balance(member).available()).isEqualTo(99);
    }

    private List<String> atOnce(List<UUID> buyers, UUID reward) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(buyers.size())) {
            List<Future<String>> all = buyers.stream()
                    .map(member -> pool.submit(() -> {
                        start.await();
                        try {
                            take(member, reward);
                            return "taken";
                        } catch (Problem problem) {
                            return problem.code().code();
                        }
                    }))
                    .toList();
            start.countDown();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : all) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    @Test
    void a_redemption_taken_back_gives_points_to_their_lots_and_the_piece_to_the_stock() {
        UUID member = shop.member();
        Instant soon = clock.now().plus(Duration.ofDays(2));
        rewards.give(member, 60, Optional.of(soon));
        rewards.give(member, 60);
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(1));
        UUID redemption = take(member, reward);
        assertThat(points.balance(member).available()).isEqualTo(20);
        refused(anotherWithPoints(), reward, ProblemCode.SOLD_OUT);

        redemptions.cancel(asMember(member), member, redemption);
        redemptions.cancel(asMember(member), member, redemption);

        Balance after = points.balance(member);
        assertThat(after.available()).isEqualTo(120);
        assertThat(after.nextExpiry()).contains(new Balance.Expiry(60, soon));
        RedemptionResponse told = answers.one(member, redemption, true);
        assertThat(told.state().name()).isEqualTo("CANCELLED");
        assertThat(told.voucher().state()).isEqualTo(VoucherState.CANCELLED);
        take(anotherWithPoints(), reward);
        promisesHold(List.of(member));
    }

    private UUID anotherWithPoints() {
        UUID member = shop.member();
        rewards.give(member, 100);
        return member;
    }

    @Test
    void a_voucher_that_was_shown_goes_back_unless_its_code_is_an_imported_one() {
        UUID member = anotherWithPoints();
        rewards.give(member, 100);
        UUID own = take(member, rewards.publish(reward(RewardKind.VOUCHER_GENERATED)));
        UUID pool = rewards.publish(reward(RewardKind.VOUCHER_POOL));
        pools.add(pool, ids.next(), Set.of("MITRA-" + ids.next()));
        UUID imported = take(member, pool);
        show(member, own);
        show(member, imported);

        redemptions.cancel(asMember(member), member, own);

        assertThatThrownBy(() -> redemptions.cancel(asMember(member), member, imported))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.REDEMPTION_FINAL));
        assertThat(points.balance(member).available()).isEqualTo(100);
    }

    @Test
    void an_imported_code_nobody_saw_goes_to_the_end_of_its_pool_and_to_the_next_buyer() {
        UUID pool = rewards.publish(reward(RewardKind.VOUCHER_POOL));
        String code = "SATU-" + ids.next();
        pools.add(pool, ids.next(), Set.of(code));
        UUID first = anotherWithPoints();
        UUID taken = take(first, pool);
        refused(anotherWithPoints(), pool, ProblemCode.SOLD_OUT);

        redemptions.cancel(asMember(first), first, taken);
        UUID second = anotherWithPoints();
        UUID again = take(second, pool);

        assertThat(show(second, again)).isEqualTo(code);
        assertThat(count("SELECT COUNT(*) FROM voucher WHERE reward_id = ?", pool)).isEqualTo(2);
    }

    private String show(UUID member, UUID redemption) {
        String voucher = answers.one(member, redemption, true).voucher().voucherId();
        return vouchers.reveal(member, PublicId.VOUCHER.parse(voucher).orElseThrow()).code();
    }

    @Test
    void staff_take_a_reward_for_a_member_but_not_for_themselves_and_never_see_the_code() {
        TestMembers.TestMember budi = people.join();
        rewards.give(budi.id(), 300);
        String reward = "{\"rewardId\":\"" + PublicId.REWARD.format(rewards.publish(reward(RewardKind.VOUCHER_GENERATED))) + "\"}";
        String path = "/api/v1/members/" + PublicId.MEMBER.format(budi.id()) + "/redemptions";
        Browser agent = browsers.staff(Role.SERVICE_AGENT).with("Idempotency-Key", ids.next().toString());

        Browser.Answer taken = agent.post(path, reward);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        show(budi.id(), PublicId.REDEMPTION.parse(taken.text("redemptionId")).orElseThrow());
        assertThat(agent.get(path).json().get("items").get(0).get("voucher").get("state").getStringValue()).isEqualTo("revealed");
        assertThat(agent.get(path).json().get("items").get(0).get("voucher").get("code")).isNull();
        staff.create(new Caller.Stranger(), budi.email(), "Budi", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT));
        Browser own = browsers.staff(budi.email()).with("Idempotency-Key", ids.next().toString());
        Browser.Answer refused = own.post(path, reward);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("own_membership");
        Browser other = browsers.member(people.join().email()).with("Idempotency-Key", ids.next().toString());
        assertThat(other.post(path, reward).text("code")).isEqualTo("member_not_found");
        Browser.Answer back = agent.send(
                "PUT", path + "/" + taken.text("redemptionId") + "/cancellation", "", "");
        assertThat(back.text("state")).as(back.body()).isEqualTo("cancelled");
        assertThat(points.balance(budi.id()).available()).isEqualTo(300);
    }

    @Test
    void a_thing_is_ordered_to_a_store_moved_on_by_its_staff_and_cancelled_with_points_and_stock_back() {
        TestMembers.TestMember budi = people.join();
        rewards.give(budi.id(), 200);
        UUID reward = rewards.publish(reward(RewardKind.PRODUCT).stock(2));
        String store = PublicId.STORE.format(shop.store().id());
        Browser member = browsers.member(budi.email()).with("Idempotency-Key", ids.next().toString());
        String body = "{\"rewardId\":\"" + PublicId.REWARD.format(reward) + "\"";
        assertThat(member.post("/api/v1/members/me/redemptions", body + "}").fieldCodes())
                .isEqualTo(Map.of("/storeId", "required"));
        Browser.Answer placed = member.post("/api/v1/members/me/redemptions", body + ",\"storeId\":\"" + store + "\"}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        String order = placed.json().get("order").get("rewardOrderId").getStringValue();
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        Browser.Answer seen = agent.get("/api/v1/reward-orders/" + order);
        assertThat(seen.text("state")).isEqualTo("placed");
        assertThat(agent.get("/api/v1/reward-orders?state=placed&limit=100&storeId=" + store).body()).contains(order);
        assertThat(browsers.staff(Role.STORE_MANAGER).get("/api/v1/reward-orders/" + order).status()).isEqualTo(404);

        Browser.Answer ready = to(agent, order, seen.header("ETag"), "ready");
        assertThat(ready.text("state")).as(ready.body()).isEqualTo("ready");
        assertThat(to(agent, order, seen.header("ETag"), "delivered").status()).isEqualTo(412);
        assertThat(to(agent, order, ready.header("ETag"), "accepted").text("code")).isEqualTo("order_state_forbids");
        Browser.Answer tooLate = member.send(
                "PUT", "/api/v1/members/me/redemptions/" + placed.text("redemptionId") + "/cancellation", "", "");
        assertThat(tooLate.text("code")).isEqualTo("redemption_final");
        Browser.Answer cancelled = to(agent, order, ready.header("ETag"), "cancelled");
        assertThat(cancelled.text("state")).as(cancelled.body()).isEqualTo("cancelled");
        assertThat(points.balance(budi.id()).available()).isEqualTo(200);
        assertThat(count("SELECT taken FROM limit_counter WHERE id = ?", reward)).isZero();
    }

    private static Browser.Answer to(Browser agent, String order, String tag, String state) {
        return agent.put("/api/v1/reward-orders/" + order + "/state", tag, "{\"state\":\"" + state + "\"}");
    }

    private UUID take(UUID member, UUID reward) {
        return redemptions.redeem(
                asMember(member),
                Optional.of(ids.next().toString()),
                new RewardRedemptions.Order(member, reward, Optional.empty()));
    }

    private static Caller asMember(UUID member) {
        return new Caller.SignedInMember(member);
    }

    private void promisesHold(List<UUID> members) {
        assertThat(proof.promises(members)).allMatch(Promise::holds);
    }

    private long count(String sql, UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setBytes(1, UuidBytes.of(id));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }
}
