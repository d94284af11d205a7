package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.SpendingProofs;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.rewards.Redemptions;
import id.setia.rewards.RewardKind;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on members' points that are done together. */
@SetiaTest
class ActRoundsTest {

    private static final SpendingProofs.Shown NOTHING = new SpendingProofs.Shown(Optional.empty(), false);

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
    ManualPoints manual;

    @Inject
    MemberEvents events;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    ActRounds rounds;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    SqlWatch watch;

    private Caller.SignedInStaff agent;

    @BeforeEach
    void openShop() {
        shop.open();
        agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
    }

    @Test
    void fifty_redemptions_read_with_as_many_statements_as_one() {
        UUID reward = rewards.publish(reward(RewardKind.VOUCHER_GENERATED).stock(52));

        trips(redeemings(1, reward));
        RoundTrips one = trips(redeemings(1, reward));
        RoundTrips fifty = trips(redeemings(50, reward));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(14);
        fifty.areAsOf(one);
    }

    @Test
    void fifty_holds_read_with_as_many_statements_as_one() {
        RoundTrips one = trips(creatings(1));
        RoundTrips fifty = trips(creatings(50));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(11);
        fifty.areAsOf(one);
    }

    @Test
    void fifty_adjustments_read_with_as_many_statements_as_one() {
        trips(adjustings(1));
        RoundTrips one = trips(adjustings(1));
        RoundTrips fifty = trips(adjustings(50));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(16);
        fifty.areAsOf(one);
    }

    @Test
    void fifty_events_read_with_as_many_statements_as_one() {
        RoundTrips one = trips(tellings(1));
        RoundTrips fifty = trips(tellings(50));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(5);
        fifty.areAsOf(one);
    }

    @Test
    void fifty_redemptions_of_what_is_sold_out_are_refused_by_five_reads() {
        UUID reward = rewards.publish(reward(RewardKind.DONATION).points(10).stock(0));
        rounds.perform(redeemings(1, reward));
        List<PointsAct<UUID>> acts = redeemings(50, reward);

        RoundTrips refused = RoundTrips.of(
                watch,
                () -> assertThat(rounds.perform(acts).stream().map(ActRoundsTest::told)).containsOnly("sold_out"));

        assertThat(refused.count()).as(refused::toString).isLessThanOrEqualTo(5);
        assertThat(refused.statements()).allMatch(text -> text.startsWith("SELECT"));
    }

    private RoundTrips trips(List<? extends PointsAct<?>> acts) {
        return RoundTrips.of(
                watch, () -> assertThat(rounds.perform(acts)).allMatch(outcome -> outcome instanceof Outcome.Done));
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

    private List<PointsAct<Optional<UUID>>> adjustings(int count) {
        List<PointsAct<Optional<UUID>>> acts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            acts.add(adjusting(memberWith(100), -1, number()));
        }
        return acts;
    }

    private PointsAct<Optional<UUID>> adjusting(UUID member, long some, String key) {
        return adjusting(member, some, null, key);
    }

    private PointsAct<Optional<UUID>> adjusting(UUID member, long some, UUID purchase, String key) {
        Adjustment order = new Adjustment(
                member, some, CorrectionReason.GOODWILL, "Uji", 12, shop.store().partnerId(), purchase, false);
        return manual.adjusting(agent, new IdempotencyKeys.Request(agent, Optional.of(key), "adjust", order), order);
    }

    private List<PointsAct<MemberEvents.Told>> tellings(int count) {
        List<PointsAct<MemberEvents.Told>> acts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            acts.add(telling(memberWith(1), "uji-" + number(), number()));
        }
        return acts;
    }

    private PointsAct<MemberEvents.Told> telling(UUID member, String code, String key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8));
        return events.telling(member, new MemberEventRows.Key(code, shop.store().partnerId(), bytes), clock.now());
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

    @Test
    void an_adjustment_that_is_refused_leaves_the_others_alone() {
        UUID poor = memberWith(10);
        UUID rich = memberWith(100);
        UUID purchase = poster.post(reader.read(
                        receipt(number(), clock.now(), rich, Item.of(10_000)), shop.till()))
                .purchase().id();
        String key = number();

        List<Outcome<Object>> outcomes = rounds.perform(List.of(
                adjusting(poor, -11, number()), adjusting(rich, -30, key), adjusting(rich, -30, key),
                adjusting(poor, -1, purchase, number()), adjusting(poor, 5, number()), adjusting(rich, 5_000, number())));

        assertThat(outcomes.stream().map(ActRoundsTest::told)).containsExactly(
                "insufficient_points", "done", "done", "purchase_not_found", "done", "done");
        assertThat(outcomes.get(2).get()).isEqualTo(outcomes.get(1).get());
        assertThat(outcomes.getLast().get()).as("a second person has to say yes").isEqualTo(Optional.empty());
        assertThat(told(rounds.perform(List.of(adjusting(rich, -30, key))).getFirst())).isEqualTo("done");
        assertThat(points.balance(poor).available()).isEqualTo(15);
        assertThat(proof.promises(List.of(poor, rich))).allMatch(Promise::holds);
    }

    @Test
    void adjustments_of_one_round_count_against_the_limit_of_the_day() {
        UUID member = memberWith(1);
        List<PointsAct<Optional<UUID>>> acts = Stream.generate(() -> adjusting(member, 1_000, number())).limit(7).toList();

        List<Outcome<Object>> outcomes = rounds.perform(acts);

        assertThat(outcomes.stream().filter(outcome -> !outcome.get().equals(Optional.empty()))).hasSize(5);
        assertThat(points.balance(member).available()).isEqualTo(5_001);
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }

    @Test
    void one_purchase_corrected_twice_in_one_round_gives_no_more_than_it_gave() {
        UUID member = shop.member();
        UUID purchase = poster.post(reader.read(
                        receipt(number(), clock.now(), member, Item.of(100_000)), shop.till()))
                .purchase().id();

        List<Outcome<Object>> outcomes = rounds.perform(List.of(
                adjusting(member, -60, purchase, number()), adjusting(member, -60, purchase, number()),
                adjusting(member, -40, purchase, number())));

        assertThat(outcomes.stream().map(ActRoundsTest::told))
                .containsExactly("done", "adjustment_exceeds_purchase", "done");
        assertThat(points.balance(member).available()).isZero();
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }

    @Test
    void an_event_told_of_twice_in_one_round_happens_once() {
        UUID member = memberWith(1);
        String code = "uji-" + number();
        String key = number();

        List<Outcome<Object>> outcomes = rounds.perform(
                List.of(telling(member, code, key), telling(member, code, key), telling(member, code, number())));
        List<Outcome<Object>> later = rounds.perform(List.of(telling(member, code, key)));

        MemberEvents.Told first = (MemberEvents.Told) outcomes.getFirst().get();
        assertThat(Stream.concat(outcomes.stream(), later.stream()).map(outcome -> (MemberEvents.Told) outcome.get()))
                .extracting(MemberEvents.Told::replayed)
                .containsExactly(false, true, false, true);
        assertThat(((MemberEvents.Told) later.getFirst().get()).event().id()).isEqualTo(first.event().id());
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
