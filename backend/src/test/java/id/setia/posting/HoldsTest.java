package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.points.Statements;
import id.setia.points.TransactionKind;
import id.setia.posting.Receipts.Item;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class HoldsTest {

    @Inject
    TestShop shop;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    Holds holds;

    @Inject
    MemberMerger merger;

    @Inject
    PointsLedger points;

    @Inject
    Statements statements;

    @Inject
    LedgerProof proof;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void openShop() {
        shop.open();
    }

    @Test
    void points_set_aside_cannot_be_used_twice() {
        UUID member = memberWith(100);

        Hold hold = holds.create(own(member), Optional.of(number()), order(member, 60), Optional.empty());

        assertThat(hold.state()).isEqualTo(HoldState.OPEN);
        assertThat(hold.lots().points()).isEqualTo(60);
        assertThat(balance(member)).isEqualTo(40);
        assertThat(points.balance(member).held()).isEqualTo(60);
        assertThatThrownBy(() -> holds.create(own(member), Optional.of(number()), order(member, 41), Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INSUFFICIENT_POINTS);
                    assertThat(problem.arguments()).containsExactly(41L, 40L);
                });
        promises(member);
    }

    @Test
    void sending_a_hold_again_has_one_effect() {
        UUID member = memberWith(100);
        String key = number();

        Hold first = holds.create(own(member), Optional.of(key), order(member, 60), Optional.empty());
        Hold again = holds.create(own(member), Optional.of(key), order(member, 60), Optional.empty());

        assertThat(again).isEqualTo(first);
        assertThat(points.balance(member).held()).isEqualTo(60);
        refused(ProblemCode.IDEMPOTENCY_KEY_REUSED, () -> holds.create(own(member), Optional.of(key), order(member, 61), Optional.empty()));
        refused(ProblemCode.IDEMPOTENCY_KEY_MISSING, () -> holds.create(own(member), Optional.empty(), order(member, 1), Optional.empty()));
    }

    @Test
    void a_part_is_used_and_the_rest_comes_back_once() {
        UUID member = memberWith(100);
        Hold hold = held(member, 60);

        Hold confirmed = holds.confirm(hold, OptionalLong.of(45));

        assertThat(confirmed.state()).isEqualTo(HoldState.CONFIRMED);
        assertThat(confirmed.confirmedPoints()).isEqualTo(45);
        assertThat(balance(member)).isEqualTo(55);
        assertThat(points.balance(member).held()).isZero();
        assertThat(holds.confirm(hold, OptionalLong.of(45))).isEqualTo(confirmed);
        refused(ProblemCode.HOLD_ENDED, () -> holds.confirm(hold, OptionalLong.of(44)));
        refused(ProblemCode.HOLD_ENDED, () -> holds.cancel(hold));
        assertThat(balance(member)).isEqualTo(55);
        promises(member);
    }

    @Test
    void more_than_was_set_aside_is_not_used() {
        Hold hold = held(memberWith(100), 60);

        refused(ProblemCode.VALIDATION_FAILED, () -> holds.confirm(hold, OptionalLong.of(61)));
    }

    @Test
    void a_cancelled_hold_gives_back_once_and_is_not_confirmed_any_more() {
        UUID member = memberWith(100);
        Hold hold = held(member, 60);

        Hold cancelled = holds.cancel(hold);

        assertThat(holds.cancel(hold)).isEqualTo(cancelled);
        assertThat(balance(member)).isEqualTo(100);
        refused(ProblemCode.HOLD_ENDED, () -> holds.confirm(hold, OptionalLong.empty()));
        promises(member);
    }

    @Test
    void a_hold_that_a_merge_moved_after_it_was_looked_up_is_used_or_given_back_as_the_survivors() {
        UUID old = memberWith(100);
        UUID kept = memberWith(10);
        Hold used = held(old, 40);
        Hold givenBack = held(old, 30);
        merger.merge(
                new Caller.SignedInStaff(UUID.randomUUID(), Set.of(Role.SERVICE_AGENT)),
                Optional.of(number()),
                new MergeOrder(old, kept, "uji"));

        Hold confirmed = holds.confirm(used, OptionalLong.of(25));
        Hold cancelled = holds.cancel(givenBack);

        assertThat(confirmed.memberId()).isEqualTo(kept);
        assertThat(confirmed.confirmedPoints()).isEqualTo(25);
        assertThat(cancelled.memberId()).isEqualTo(kept);
        assertThat(balance(kept)).isEqualTo(85);
        assertThat(points.balance(kept).held()).isZero();
        assertThat(holds.confirm(used, OptionalLong.of(25))).isEqualTo(confirmed);
        promises(kept);
    }

    @Test
    void a_hold_whose_time_is_over_is_not_confirmed_and_its_points_come_back_at_that_time() {
        UUID member = memberWith(100);
        Hold hold = held(member, 60);
        Instant over = outdate(hold);

        refused(ProblemCode.HOLD_EXPIRED, () -> holds.confirm(hold, OptionalLong.empty()));

        assertThat(balance(member)).isEqualTo(100);
        assertThat(holds.find(hold.id()).orElseThrow().state()).isEqualTo(HoldState.EXPIRED);
        assertThat(statements.page(member, Optional.empty(), 1).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(TransactionKind.HOLD_TIMEOUT);
                    assertThat(line.businessAt()).isEqualTo(over);
                });
        assertThat(holds.cancel(hold).state()).isEqualTo(HoldState.EXPIRED);
        promises(member);
    }

    @Test
    void several_nodes_time_a_hold_out_once() throws Exception {
        UUID member = memberWith(100);
        outdate(held(member, 30));
        outdate(held(member, 20));

        AtOnce.run(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(node -> () -> holds.timeOut(clock.now(), 100))
                .toList());

        assertThat(balance(member)).isEqualTo(100);
        assertThat(points.balance(member).held()).isZero();
        promises(member);
    }

    @Test
    void what_an_overdue_hold_keeps_can_be_set_aside_anew_before_anybody_swept() {
        UUID member = memberWith(100);
        outdate(held(member, 90));

        assertThat(held(member, 100).points()).isEqualTo(100);
        promises(member);
    }

    @Test
    void of_64_holds_of_the_same_points_at_once_exactly_one_succeeds() throws Exception {
        UUID member = memberWith(100);

        List<Boolean> succeeded = AtOnce.run(IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(thread -> () -> {
                    try {
                        held(member, 100);
                        return true;
                    } catch (Problem problem) {
                        assertThat(problem.code()).isEqualTo(ProblemCode.INSUFFICIENT_POINTS);
                        return false;
                    }
                })
                .toList());

        assertThat(succeeded).filteredOn(yes -> yes).hasSize(1);
        assertThat(balance(member)).isZero();
        promises(member);
    }

    @Test
    void of_64_confirmations_and_cancellations_at_once_one_counts() throws Exception {
        UUID member = memberWith(100);
        Hold hold = held(member, 100);

        AtOnce.run(IntStream.range(0, 64)
                .<Callable<String>>mapToObj(thread -> () -> {
                    try {
                        return (thread % 2 == 0 ? holds.confirm(hold, OptionalLong.empty()) : holds.cancel(hold))
                                .state()
                                .value();
                    } catch (Problem problem) {
                        return problem.code().code();
                    }
                })
                .toList());

        HoldState state = holds.find(hold.id()).orElseThrow().state();
        assertThat(balance(member)).isEqualTo(state == HoldState.CONFIRMED ? 0 : 100);
        promises(member);
    }

    @Test
    void who_only_earns_cannot_have_points_set_aside() {
        UUID unclaimed = shop.unclaimedMember();
        poster.post(reader.read(receipt(number(), ago(), unclaimed, Item.of(100_000)), shop.till()));

        refused(ProblemCode.SPENDING_NOT_ALLOWED, () -> held(unclaimed, 10));
    }

    private Hold held(UUID member, long some) {
        return holds.create(own(member), Optional.of(number()), order(member, some), Optional.empty());
    }

    /** The member, signed in, which is proof enough. */
    private static Caller own(UUID member) {
        return new Caller.SignedInMember(member);
    }

    private HoldOrder order(UUID member, long some) {
        return new HoldOrder(
                member, some, HoldPurpose.OTHER, Optional.empty(), shop.store().partnerId(),
                Optional.of(shop.store().id()), shop.till().clientId(), 900);
    }

    private UUID memberWith(long some) {
        UUID member = shop.member();
        poster.post(reader.read(receipt(number(), ago(), member, Item.of(some * 1_000)), shop.till()));
        return member;
    }

    private Instant ago() {
        return clock.now().minus(Duration.ofMinutes(5));
    }

    private Instant outdate(Hold hold) {
        Instant over = clock.now().minusSeconds(1);
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE points_hold SET expires_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(over));
                update.setBytes(2, UuidBytes.of(hold.id()));
                return update.executeUpdate();
            }
        });
        return holds.find(hold.id()).orElseThrow().expiresAt();
    }

    private long balance(UUID member) {
        Balance balance = points.balance(member);
        return balance.available();
    }

    private void promises(UUID member) {
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
