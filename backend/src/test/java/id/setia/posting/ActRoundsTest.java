package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.rewards.Redemptions;
import id.setia.rewards.RewardKind;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on members' points that are done together. */
@SetiaTest
class ActRoundsTest {

    private static final SpendingProofs.Shown NOTHING = new SpendingProofs.Shown(Optional.empty(), false);

    /** Rows of a table go out in as many statements as their number has binary digits set, about. */
    private static final int STATEMENTS_OF_FIFTY_ROWS = 3;

    @Inject
    TestShop shop;

    @Inject
    TestRewards rewards;

    @Inject
    RewardRedemptions redemptions;

    @Inject
    Redemptions stored;

    @Inject
    Holds holds;

    @Inject
    ActRounds rounds;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    SqlWatch watch;

    @BeforeEach
    void openShop() {
        shop.open();
    }

    @Test
    void fifty_redemptions_read_with_as_many_statements_as_one() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(52));

        statements(redeemings(1, reward));
        List<String> one = statements(redeemings(1, reward));
        List<String> fifty = statements(redeemings(50, reward));

        assertThat(one).as(String.join("\n", one)).hasSizeLessThanOrEqualTo(17);
        sameButForRows(one, fifty);
    }

    @Test
    void fifty_holds_read_with_as_many_statements_as_one() {
        List<String> one = statements(creatings(1));
        List<String> fifty = statements(creatings(50));

        assertThat(one).as(String.join("\n", one)).hasSizeLessThanOrEqualTo(14);
        sameButForRows(one, fifty);
    }

    private static void sameButForRows(List<String> one, List<String> fifty) {
        assertThat(reads(fifty)).as(String.join("\n", fifty)).hasSameSizeAs(reads(one));
        assertThat(fifty.size() - reads(fifty).size())
                .isLessThanOrEqualTo(STATEMENTS_OF_FIFTY_ROWS * (one.size() - reads(one).size()));
    }

    private static List<String> reads(List<String> statements) {
        return statements.stream().filter(text -> text.startsWith("SELECT")).toList();
    }

    private List<String> statements(List<? extends PointsAct<?>> acts) {
        return watch.duringOwn(() -> assertThat(rounds.perform(acts)).allMatch(outcome -> outcome instanceof Outcome.Done))
                .stream()
                .map(issued -> issued.text().strip())
                .filter(text -> !text.contains("FROM epoch"))
                .toList();
    }

    private List<PointsAct<UUID>> redeemings(int count, UUID reward) {
        List<PointsAct<UUID>> acts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            acts.add(redeeming(memberWith(100), reward, number()));
        }
        return acts;
    }

    private PointsAct<UUID> redeeming(UUID member, UUID reward, String key) {
        return redemptions.redeeming(
                new Caller.SignedInMember(member),
                Optional.of(key),
                new RewardRedemptions.Order(member, reward, Optional.empty()),
                NOTHING);
    }

    private List<PointsAct<Hold>> creatings(int count) {
        List<PointsAct<Hold>> acts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            acts.add(creating(memberWith(100), 60));
        }
        return acts;
    }

    private PointsAct<Hold> creating(UUID member, long some) {
        HoldOrder order = new HoldOrder(
                member, some, HoldPurpose.OTHER, Optional.empty(), shop.store().partnerId(),
                Optional.of(shop.store().id()), shop.till().clientId(), 900);
        return holds.creating(new Caller.SignedInMember(member), Optional.of(number()), order, NOTHING);
    }

    private UUID memberWith(long some) {
        UUID member = shop.member();
        rewards.give(member, some);
        return member;
    }

    @Test
    void what_is_refused_leaves_the_others_alone_and_writes_nothing() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(2));
        List<UUID> members = Stream.generate(() -> memberWith(100)).limit(5).toList();
        List<PointsAct<?>> acts = new ArrayList<>();
        members.forEach(member -> acts.add(redeeming(member, reward, number())));
        acts.add(creating(members.getLast(), 101));
        acts.add(creating(members.getLast(), 100));

        List<Outcome<Object>> outcomes = new ArrayList<>();
        List<SqlWatch.Issued> issued = watch.duringOwn(() -> outcomes.addAll(rounds.perform(acts)));

        assertThat(outcomes.stream().map(ActRoundsTest::told))
                .containsExactly("done", "done", "sold_out", "sold_out", "sold_out", "insufficient_points", "done");
        assertThat(issued.stream().filter(one -> one.text().contains("FOR UPDATE") && one.text().contains("points_account")))
                .hasSize(1);
        assertThat(members.stream().map(member -> points.balance(member).available()))
                .containsExactly(0L, 0L, 100L, 100L, 0L);
        assertThat(proof.promises(members)).allMatch(Promise::holds);
    }

    private static String told(Outcome<Object> outcome) {
        return switch (outcome) {
            case Outcome.Done<Object> done -> "done";
            case Outcome.Refused<Object> refused -> ((Problem) refused.why()).code().code();
        };
    }

    @Test
    void the_same_request_twice_in_one_round_has_one_effect_and_both_get_its_answer() {
        UUID reward = rewards.publish(reward(RewardKind.DONATION).points(40));
        UUID member = memberWith(100);
        String key = number();

        List<Outcome<Object>> outcomes = rounds.perform(
                List.of(redeeming(member, reward, key), redeeming(member, reward, key), redeeming(member, reward, number())));
        List<Outcome<Object>> later = rounds.perform(List.of(redeeming(member, reward, key)));

        assertThat(outcomes.get(1).get()).isEqualTo(outcomes.get(0).get());
        assertThat(outcomes.get(2).get()).isNotEqualTo(outcomes.get(0).get());
        assertThat(later.getFirst().get()).isEqualTo(outcomes.get(0).get());
        assertThat(points.balance(member).available()).isEqualTo(20);
    }

    @Test
    void a_limit_per_member_counts_what_the_same_round_took() {
        UUID reward = rewards.publish(reward(RewardKind.DONATION).points(1).perMember(1));
        UUID member = memberWith(100);

        List<Outcome<Object>> outcomes = rounds.perform(
                List.of(redeeming(member, reward, number()), redeeming(member, reward, number())));

        assertThat(outcomes.stream().map(ActRoundsTest::told)).containsExactly("done", "member_limit_reached");
        assertThat(told(rounds.perform(List.of(redeeming(member, reward, number()))).getFirst()))
                .isEqualTo(ProblemCode.MEMBER_LIMIT_REACHED.code());
    }

    @Test
    void a_redemption_taken_back_twice_in_one_round_gives_back_once() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(1));
        UUID member = memberWith(100);
        UUID redemption = (UUID) rounds.perform(List.of(redeeming(member, reward, number()))).getFirst().get();
        PointsAct<?> cancelling = redemptions.cancelling(
                new Caller.SignedInMember(member), stored.find(redemption).orElseThrow(), Optional.empty());

        rounds.perform(List.of(cancelling, cancelling));

        assertThat(points.balance(member).available()).isEqualTo(100);
        assertThat(told(rounds.perform(List.of(redeeming(member, reward, number()))).getFirst())).isEqualTo("done");
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }
}
