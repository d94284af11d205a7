package id.setia.posting;

import static id.setia.posting.Receipts.by;
import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.earning.Waiting;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PastBalances;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.points.TimeKind;
import id.setia.posting.Receipts.Item;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits on speed: a sale is taken, its points wait for a check. */
@SetiaTest
class VelocityTest {

    @Inject
    TestShop shop;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    RefundPoster refunds;

    @Inject
    Attachments attachments;

    @Inject
    PurchaseMoves moves;

    @Inject
    PointsReviews reviews;

    @Inject
    ReviewRows rows;

    @Inject
    DailyList list;

    @Inject
    PointsLedger points;

    @Inject
    PastBalances past;

    @Inject
    EarningRules rules;

    @Inject
    LedgerProof proof;

    @Inject
    Proof wholeProof;

    @Inject
    Settings settings;

    @Inject
    ProgramSettings program;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Instant now;
    private Caller.SignedInStaff agent;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
        agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
    }

    @AfterEach
    void noLimits() {
        limit(VelocityPolicy.NONE);
    }

    @Test
    void the_purchase_beyond_the_limit_is_taken_and_its_points_wait() {
        limit(new VelocityPolicy(2L, 0L, 0L, 0L, 0L, 0L));
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(10_000)));
        post(receipt(number(), now, member, Item.of(10_000)));

        PurchaseResponse third = post(receipt(number(), now, member, Item.of(30_000)));

        assertThat(third.pointsEarned()).isEqualTo(30);
        assertThat(third.pointsPending()).isEqualTo(30);
        assertThat(third.pendingReason().id()).startsWith("Menunggu pemeriksaan");
        assertThat(third.warnings()).extracting(WarningResponse::code).containsExactly("points_pending");
        assertThat(third.explanation())
                .filteredOn(item -> item.points() > 0)
                .allSatisfy(item -> assertThat(item.reason().id()).endsWith("menunggu pemeriksaan"));
        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(20L, 30L);
        promises(member);
    }

    @Test
    void released_points_can_be_used_and_deciding_again_changes_nothing() {
        UUID member = shop.member();
        PointsReview review = pended(member);

        reviews.decide(agent, review.id(), ReviewState.RELEASED, "Wajar");
        reviews.decide(agent, review.id(), ReviewState.RELEASED, "Wajar");

        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(60L, 0L);
        assertThatThrownBy(() -> reviews.decide(agent, review.id(), ReviewState.WITHDRAWN, "Ternyata tidak"))
                .isInstanceOfSatisfying(Problem.class, problem ->
                        assertThat(problem.code()).isEqualTo(ProblemCode.REVIEW_ALREADY_DECIDED));
        promises(member);
    }

    @Test
    void points_with_a_waiting_time_wait_on_when_they_are_released_before_it_is_over() {
        String category = waiting(10);
        UUID member = shop.member();
        Instant bought = now.minus(Duration.ofDays(2));
        PointsReview review = pended(member, bought, new Item("Barang", category, 50_000, "1"));

        PointsReview released = reviews.decide(agent, review.id(), ReviewState.RELEASED, "Wajar");

        assertThat(released.state()).isEqualTo(ReviewState.RELEASED);
        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(60L, 30L);
        assertThat(balance(member).lots())
                .filteredOn(lot -> lot.state().equals("pending"))
                .singleElement()
                .satisfies(lot -> assertThat(lot.releasesAt()).contains(bought.plus(Duration.ofDays(10))));
        assertThat(past.at(member, clock.now(), TimeKind.RECORD).pending()).isEqualTo(30);
        promises(member);

        takeBack(PublicId.PURCHASE.format(review.purchaseId()), null);

        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(10L, 0L);
        promises(member);
    }

    @Test
    void points_whose_waiting_time_is_over_wait_for_the_check_and_are_usable_once_it_is_decided() {
        String category = waiting(10);
        UUID member = shop.member();
        PointsReview review =
                pended(member, now.minus(Duration.ofDays(20)), new Item("Barang", category, 50_000, "1"));
        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(10L, 80L);
        assertThat(past.at(member, clock.now(), TimeKind.BUSINESS).pending()).isEqualTo(80);

        reviews.decide(agent, review.id(), ReviewState.RELEASED, "Wajar");

        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(90L, 0L);
        promises(member);
    }

    @Test
    void withdrawn_points_are_taken_once_and_a_refund_finds_nothing_more() {
        UUID member = shop.member();
        PointsReview review = pended(member);

        reviews.decide(agent, review.id(), ReviewState.WITHDRAWN, "Tidak wajar");
        RefundResponse back = takeBack(PublicId.PURCHASE.format(review.purchaseId()), null);

        assertThat(back.pointsTakenBack()).isZero();
        assertThat(balance(member)).extracting(Balance::available, Balance::pending, Balance::debt)
                .containsExactly(10L, 0L, 0L);
        promises(member);
        assertThat(wholeProof.now().promises()).allMatch(Promise::holds);
    }

    @Test
    void a_refund_of_a_pending_purchase_takes_from_what_waits_and_ends_the_wait_with_the_last_of_it() {
        UUID member = shop.member();
        PointsReview review = pended(member);

        takeBack(PublicId.PURCHASE.format(review.purchaseId()), "0.5");
        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(10L, 25L);
        assertThat(rows.find(review.id()).orElseThrow().state()).isEqualTo(ReviewState.OPEN);
        takeBack(PublicId.PURCHASE.format(review.purchaseId()), null);

        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(10L, 0L);
        assertThat(rows.find(review.id()).orElseThrow().state()).isEqualTo(ReviewState.SETTLED);
        promises(member);
    }

    @Test
    void moving_a_pending_purchase_settles_the_check_and_what_staff_give_does_not_wait() {
        UUID member = shop.member();
        UUID other = shop.member();
        PointsReview review = pended(member);

        moves.move(
                agent, Optional.of(number()), review.purchaseId(), MemberReference.memberId(other),
                new Why(CorrectionReason.WRONG_MEMBER, "Kartu tertukar"));

        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(10L, 0L);
        assertThat(balance(other)).extracting(Balance::available, Balance::pending).containsExactly(50L, 0L);
        assertThat(rows.find(review.id()).orElseThrow().state()).isEqualTo(ReviewState.SETTLED);
        promises(member, other);
    }

    @Test
    void a_cashier_who_gives_receipts_to_a_friend_is_slowed_and_seen() {
        limit(new VelocityPolicy(0L, 0L, 0L, 0L, 4L, 0L));
        UUID friend = shop.member();
        for (int receipts = 0; receipts < 6; receipts++) {
            UUID forgotten = id(post(by("k-friend", receipt(number(), now, null, Item.of(20_000)))));
            attachments.attach(shop.till(), forgotten, MemberReference.memberId(friend), Optional.empty());
        }

        assertThat(balance(friend)).extracting(Balance::available, Balance::pending).containsExactly(80L, 40L);
        List<DailyList.Row> day =
                list.of(program.current().dateOf(clock.now()), Optional.of(List.of(shop.store().id())));
        assertThat(day.getFirst().unusual()).containsExactly(CorrectionKind.ATTACHMENT);
        assertThat(day.getFirst().actor().cashier()).contains("k-friend");
        assertThat(day.getFirst().done()).containsEntry(CorrectionKind.ATTACHMENT, new DailyList.Done(6, 120));
        promises(friend);
    }

    @Test
    void a_till_that_sends_receipts_again_with_a_friends_card_is_counted_the_same() {
        limit(new VelocityPolicy(0L, 0L, 0L, 0L, 1L, 0L));
        UUID friend = shop.member();
        for (int receipts = 0; receipts < 2; receipts++) {
            String number = number();
            post(by("k-again", receipt(number, now, null, Item.of(20_000))));
            post(by("k-again", receipt(number, now, friend, Item.of(20_000))));
        }

        assertThat(balance(friend)).extracting(Balance::available, Balance::pending).containsExactly(20L, 20L);
    }

    @Test
    void purchases_of_one_member_at_one_cashier_are_counted_by_day() {
        limit(new VelocityPolicy(0L, 0L, 0L, 1L, 0L, 0L));
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(10_000)));
        post(receipt(number(), now.minus(Duration.ofDays(2)), member, Item.of(10_000)));

        PurchaseResponse second = post(receipt(number(), now, member, Item.of(10_000)));

        assertThat(second.pointsPending()).isEqualTo(10);
        assertThat(balance(member)).extracting(Balance::available, Balance::pending).containsExactly(20L, 10L);
    }

    /** The category of a rule that gives 30 points more, usable so many days after the purchase. */
    private String waiting(int days) {
        String category = "Uji Tunggu " + ids.next();
        LocalText name = LocalText.of(category, category);
        rules.publish(
                "uji-" + ids.next(),
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(category), new Effect.Bonus(30), 12,
                        shop.store().partnerId(), null, null, null, null, new Waiting(days, false)),
                Instant.parse("2000-01-01T00:00:00Z"),
                Optional.empty());
        return category;
    }

    private PointsReview pended(UUID member) {
        return pended(member, now, Item.of(50_000));
    }

    private PointsReview pended(UUID member, Instant at, Item item) {
        limit(new VelocityPolicy(1L, 0L, 0L, 0L, 0L, 0L));
        post(receipt(number(), at, member, Item.of(10_000)));
        UUID second = id(post(receipt(number(), at, member, item)));
        return rows.of(second, 0).orElseThrow();
    }

    private void limit(VelocityPolicy policy) {
        settings.change(
                VelocityPolicy.SETTING,
                policy,
                settings.read(VelocityPolicy.SETTING, VelocityPolicy.class, VelocityPolicy.NONE).version());
    }

    private static UUID id(PurchaseResponse purchase) {
        return PublicId.PURCHASE.parse(purchase.purchaseId()).orElseThrow();
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer();
    }

    private RefundResponse takeBack(String purchaseId, String quantity) {
        return refunds.post(refundReader.read(
                        refund(number(), now, Receipts.of(purchaseId, 1, quantity)), shop.till()))
                .answer();
    }

    private Balance balance(UUID member) {
        return points.balance(member);
    }

    private void promises(UUID... members) {
        assertThat(proof.promises(List.of(members))).allMatch(Promise::holds);
    }
}
