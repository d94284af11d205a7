package id.setia.posting;

import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Passwords;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.RedemptionState;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points and a piece of a reward set aside together, over HTTP. */
@SetiaTest
class RewardHoldTest {

    @Inject
    TestShop shop;

    @Inject
    TestRewards rewards;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestTills tills;

    @Inject
    RedemptionAnswers answers;

    @Inject
    RewardRedemptions redemptions;

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

    @Inject
    Passwords passwords;

    private Browser till;
    private UUID member;

    @BeforeEach
    void openShop() {
        shop.open();
        till = browsers.till();
        member = shop.member();
        rewards.give(member, 150);
    }

    @Test
    void a_confirmed_hold_is_a_redemption_with_its_voucher() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(1));
        Browser.Answer hold = hold(member, reward, 100);
        assertThat(hold.status()).as(hold.body()).isEqualTo(201);
        UUID redemption = PublicId.REDEMPTION.parse(hold.text("redemptionId")).orElseThrow();
        assertThat(answers.one(member, redemption, true).state()).isEqualTo(RedemptionState.RESERVED);
        assertThat(points.balance(member).available()).isEqualTo(50);
        UUID other = shop.member();
        rewards.give(other, 100);
        assertThat(hold(other, reward, 100).text("code")).isEqualTo("sold_out");

        Browser.Answer part = end(hold, "confirmation", "{\"points\":50}");
        assertThat(part.fieldCodes()).isEqualTo(Map.of("/points", "differs"));
        Browser.Answer confirmed = end(hold, "confirmation", "{}");

        assertThat(confirmed.text("state")).as(confirmed.body()).isEqualTo("confirmed");
        assertThat(answers.one(member, redemption, true).state()).isEqualTo(RedemptionState.DONE);
        assertThat(answers.one(member, redemption, true).voucher()).isNotNull();
        redemptions.cancel(new Caller.SignedInMember(member), member, redemption);
        assertThat(points.balance(member).available()).isEqualTo(150);
        assertThat(taken(reward)).isZero();
        promises();
    }

    @Test
    void a_hold_that_is_cancelled_or_times_out_puts_points_and_piece_back() {
        UUID reward = rewards.publish(reward(RewardKind.DONATION).stock(1).perMember(1));
        Browser.Answer first = hold(member, reward, 100);
        assertThat(hold(member, reward, 100).text("code")).isEqualTo("sold_out");
        assertThat(end(first, "cancellation", "").text("state")).isEqualTo("cancelled");
        assertThat(taken(reward)).isZero();

        Browser.Answer second = hold(member, reward, 100);
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        outdate(second.text("holdId"));
        UUID again = redemptions.redeem(
                new Caller.SignedInMember(member),
                Optional.of(ids.next().toString()),
                new RewardRedemptions.Order(member, reward, Optional.empty()));

        assertThat(answers.one(member, again, true).state()).isEqualTo(RedemptionState.DONE);
        assertThat(till.get("/api/v1/holds/" + second.text("holdId")).text("state")).isEqualTo("expired");
        assertThat(taken(reward)).isEqualTo(1);
        assertThat(points.balance(member).available()).isEqualTo(50);
        promises();
    }

    @Test
    void a_hold_sets_the_budget_aside_and_puts_it_back_when_it_is_cancelled_or_times_out() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).budget(150));
        rewards.give(member, 500);
        Browser.Answer first = hold(member, reward, 100);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(hold(member, reward, 100).text("code")).isEqualTo("sold_out");
        assertThat(redeem(reward)).isEqualTo("sold_out");
        assertThat(end(first, "cancellation", "").text("state")).isEqualTo("cancelled");

        Browser.Answer second = hold(member, reward, 100);
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        outdate(second.text("holdId"));
        Browser.Answer third = hold(member, reward, 100);
        assertThat(third.status()).as(third.body()).isEqualTo(201);
        assertThat(end(third, "confirmation", "{}").text("state")).isEqualTo("confirmed");

        assertThat(budgetLeft(reward)).isEqualTo(50);
        assertThat(redeem(reward)).isEqualTo("sold_out");
        redemptions.cancel(
                new Caller.SignedInMember(member),
                member,
                PublicId.REDEMPTION.parse(third.text("redemptionId")).orElseThrow());
        assertThat(budgetLeft(reward)).isEqualTo(150);
        promises();
    }

    private String redeem(UUID reward) {
        try {
            redemptions.redeem(
                    new Caller.SignedInMember(member),
                    Optional.of(ids.next().toString()),
                    new RewardRedemptions.Order(member, reward, Optional.empty()));
            return "redeemed";
        } catch (Problem refused) {
            return refused.code().code();
        }
    }

    private long budgetLeft(UUID reward) {
        return browsers.staff(Role.MARKETER)
                .get("/api/v1/rewards/" + PublicId.REWARD.format(reward))
                .json()
                .get("budgetPointsLeft")
                .getLongValue();
    }

    @Test
    void sixteen_holds_at_once_share_a_budget_for_three() throws Exception {
        UUID reward = rewards.publish(reward(RewardKind.DONATION).budget(399));
        List<UUID> buyers = Stream.generate(shop::member).limit(16).toList();
        buyers.forEach(buyer -> rewards.give(buyer, 100));
        List<Browser.Answer> holds = AtOnce.run(buyers.stream()
                .<Callable<Browser.Answer>>map(buyer -> {
                    givePin(buyer);
                    return () -> ask(buyer, reward);
                })
                .toList());

        assertThat(holds.stream().filter(hold -> hold.status() == 201)).hasSize(3);
        assertThat(holds.stream().filter(hold -> hold.status() != 201).map(hold -> hold.text("code")))
                .hasSize(13)
                .containsOnly("sold_out");
        assertThat(budgetLeft(reward)).isEqualTo(99);
    }

    private Browser.Answer ask(UUID buyer, UUID reward) {
        return browsers.till().with("Idempotency-Key", ids.next().toString())
                .post(
                        "/api/v1/holds",
                        ("{\"member\":{\"memberId\":\"%s\"},\"points\":100,\"purpose\":\"reward\",\"rewardId\":\"%s\","
                                + "\"proof\":{\"kind\":\"pin\",\"code\":\"493817\"}}")
                                .formatted(PublicId.MEMBER.format(buyer), PublicId.REWARD.format(reward)));
    }

    @Test
    void only_who_honours_a_reward_sets_it_aside_and_at_its_price() {
        UUID reward = rewards.publish(reward(RewardKind.DONATION));

        assertThat(hold(member, reward, 99).fieldCodes()).isEqualTo(Map.of("/points", "differs"));
        Browser elsewhere = tills.tillOfAnotherPartner();
        UUID theirs = PublicId.MEMBER
                .parse(elsewhere.post("/api/v1/members", "{\"phone\":\"" + TestTills.phone() + "\"}").text("memberId"))
                .orElseThrow();
        assertThat(hold(elsewhere, theirs, reward, 100).text("code")).isEqualTo("reward_not_found");
        UUID thing = rewards.publish(reward(RewardKind.PRODUCT));
        Browser.Answer ordered = end(hold(member, thing, 100), "confirmation", "{}");
        UUID redemption = PublicId.REDEMPTION.parse(ordered.text("redemptionId")).orElseThrow();
        assertThat(answers.one(member, redemption, true).order().storeId())
                .isEqualTo(PublicId.STORE.format(shop.store().id()));
    }

    private Browser.Answer hold(UUID whose, UUID reward, long price) {
        return hold(till, whose, reward, price);
    }

    private Browser.Answer hold(Browser by, UUID whose, UUID reward, long price) {
        givePin(whose);
        return by.with("Idempotency-Key", ids.next().toString())
                .post(
                        "/api/v1/holds",
                        ("{\"member\":{\"memberId\":\"%s\"},\"points\":%d,\"purpose\":\"reward\",\"rewardId\":\"%s\","
                                + "\"proof\":{\"kind\":\"pin\",\"code\":\"493817\"}}")
                                .formatted(PublicId.MEMBER.format(whose), price, PublicId.REWARD.format(reward)));
    }

    private void givePin(UUID whose) {
        String hash = passwords.hash("493817");
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO member_pin (member_id, pin_hash, changed_at)
                    VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE pin_hash = VALUES(pin_hash)""")) {
                upsert.setBytes(1, UuidBytes.of(whose));
                upsert.setString(2, hash);
                upsert.setObject(3, Sql.time(clock.now()));
                return upsert.executeUpdate();
            }
        });
    }

    private Browser.Answer end(Browser.Answer hold, String how, String body) {
        return till.send(
                "PUT",
                "/api/v1/holds/" + hold.text("holdId") + "/" + how,
                body.isEmpty() ? "" : "application/json",
                body);
    }

    private void outdate(String holdId) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE points_hold SET expires_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(clock.now().minusSeconds(1)));
                update.setBytes(2, UuidBytes.of(PublicId.HOLD.parse(holdId).orElseThrow()));
                return update.executeUpdate();
            }
        });
    }

    private long taken(UUID reward) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT taken FROM limit_counter WHERE id = ?")) {
                select.setBytes(1, UuidBytes.of(reward));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private void promises() {
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }
}
