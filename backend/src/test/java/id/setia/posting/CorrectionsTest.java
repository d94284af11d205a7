package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.approvals.ApprovalState;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.MonthSum;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving and detaching purchases, and points by hand. */
@SetiaTest
class CorrectionsTest {

    private static final Why WHY = new Why(CorrectionReason.WRONG_MEMBER, "Kartu tertukar");

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    StaffAccounts staff;

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
    ManualPoints manual;

    @Inject
    Approvals approvals;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Proof wholeProof;

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

    @Test
    void a_moved_purchase_earns_for_the_other_and_what_was_used_of_it_is_owed() {
        UUID wrong = shop.member();
        UUID right = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, wrong, Item.of(80_000), Item.fresh(20_000)));
        use(wrong, 70);

        Correction moved = moves.move(agent, key(), id(bought), who(right), WHY);

        assertThat(moved.points()).isEqualTo(-120);
        assertThat(moved.debt()).isEqualTo(70);
        assertThat(balance(wrong)).extracting(Balance::available, Balance::debt).containsExactly(0L, -70L);
        assertThat(balance(right)).extracting(Balance::available, Balance::debt).containsExactly(120L, 0L);
        assertThat(sum(wrong)).isEqualTo(MonthSum.NOTHING);
        assertThat(sum(right)).isEqualTo(new MonthSum(10_000_000, 1, 120));
        promises(wrong, right);
    }

    @Test
    void moving_again_under_the_same_key_has_one_effect_and_another_request_under_it_is_refused() {
        UUID wrong = shop.member();
        UUID right = shop.member();
        UUID bought = id(post(receipt(number(), now, wrong, Item.of(50_000))));
        Optional<String> key = key();
        Correction first = moves.move(agent, key, bought, who(right), WHY);

        assertThat(moves.move(agent, key, bought, who(right), WHY)).isEqualTo(first);

        assertThat(balance(right).available()).isEqualTo(50);
        refused(ProblemCode.IDEMPOTENCY_KEY_REUSED, () -> moves.move(agent, key, bought, who(wrong), WHY));
        refused(ProblemCode.IDEMPOTENCY_KEY_MISSING, () -> moves.move(agent, Optional.empty(), bought, who(wrong), WHY));
        promises(wrong, right);
    }

    @Test
    void refunds_before_and_after_a_move_take_back_once_from_whoever_has_the_purchase() {
        UUID wrong = shop.member();
        UUID right = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, wrong, Item.of(60_000), Item.of(40_000)));
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));
        assertThat(balance(wrong).available()).isEqualTo(40);

        moves.move(agent, key(), id(bought), who(right), WHY);
        assertThat(balance(wrong).available()).isZero();
        assertThat(balance(right).available()).isEqualTo(40);

        RefundResponse back = takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 2, null)));
        assertThat(back.pointsTakenBack()).isEqualTo(40);
        assertThat(balance(wrong).debt()).isZero();
        assertThat(balance(right)).extracting(Balance::available, Balance::debt).containsExactly(0L, 0L);
        promises(wrong, right);
    }

    @Test
    void a_detached_purchase_is_nobodys_until_somebody_attaches_it_and_its_receipt_sent_again_does_not() {
        UUID member = shop.member();
        PostPurchaseRequest request = receipt(number(), now, member, Item.of(50_000));
        UUID bought = id(post(request));

        moves.detach(agent, key(), bought, WHY);
        PurchaseResponse again = post(request);

        assertThat(again.warnings()).extracting(WarningResponse::code).contains("detached");
        assertThat(balance(member).available()).isZero();
        attachments.attach(agent, bought, who(member), Optional.of("Ternyata benar"));
        assertThat(balance(member).available()).isEqualTo(50);
        assertThat(sum(member)).isEqualTo(new MonthSum(5_000_000, 1, 50));
        promises(member);
    }

    @Test
    void a_preview_tells_what_then_happens_and_does_nothing() {
        UUID wrong = shop.member();
        UUID right = shop.member();
        UUID bought = id(post(receipt(number(), now, wrong, Item.of(90_000))));
        use(wrong, 30);

        List<MemberEffect> effects = moves.preview(agent, bought, Optional.of(who(right)));

        assertThat(balance(wrong).available()).isEqualTo(60);
        assertThat(effects).extracting(MemberEffect::memberId).containsExactly(wrong, right);
        moves.move(agent, key(), bought, who(right), WHY);
        assertThat(effects.get(0).after().debt()).isEqualTo(balance(wrong).debt()).isEqualTo(-30);
        assertThat(effects.get(1).after().available()).isEqualTo(balance(right).available()).isEqualTo(90);
    }

    @Test
    void a_purchase_that_is_nobodys_or_the_members_already_is_not_moved() {
        UUID member = shop.member();
        UUID bought = id(post(receipt(number(), now, member, Item.of(50_000))));
        UUID unattached = id(post(receipt(number(), now, null, Item.of(50_000))));

        refused(ProblemCode.PURCHASE_ALREADY_THERE, () -> moves.move(agent, key(), bought, who(member), WHY));
        refused(ProblemCode.PURCHASE_NOT_ATTACHED, () -> moves.move(agent, key(), unattached, who(member), WHY));
        refused(ProblemCode.PURCHASE_NOT_ATTACHED, () -> moves.detach(agent, key(), unattached, WHY));
    }

    @Test
    void nobody_corrects_their_own_membership() {
        TestMembers.TestMember self = people.join();
        Caller.SignedInStaff herself = new Caller.SignedInStaff(
                staff.create(new Caller.Stranger(), self.email(), "Budi", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT)),
                Set.of(Role.SERVICE_AGENT));
        UUID other = shop.member();
        UUID others = id(post(receipt(number(), now, other, Item.of(50_000))));
        UUID own = id(post(receipt(number(), now, self.id(), Item.of(50_000))));
        UUID unattached = id(post(receipt(number(), now, null, Item.of(50_000))));

        refused(ProblemCode.OWN_MEMBERSHIP, () -> moves.move(herself, key(), others, who(self.id()), WHY));
        refused(ProblemCode.OWN_MEMBERSHIP, () -> moves.move(herself, key(), own, who(other), WHY));
        refused(ProblemCode.OWN_MEMBERSHIP, () -> moves.detach(herself, key(), own, WHY));
        refused(ProblemCode.OWN_MEMBERSHIP, () -> attachments.attach(herself, unattached, who(self.id()), Optional.empty()));
        refused(ProblemCode.OWN_MEMBERSHIP, () -> manual.adjust(herself, key(), adjustment(self.id(), 1, null, false)));
    }

    @Test
    void a_refund_after_a_correction_of_the_purchase_takes_only_what_still_stands() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(100_000)));
        post(receipt(number(), now, member, Item.of(500_000)));

        manual.adjust(agent, key(), adjustment(member, -100, id(bought), false));
        RefundResponse back = takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));

        assertThat(back.pointsTakenBack()).isZero();
        assertThat(balance(member)).extracting(Balance::available, Balance::debt).containsExactly(500L, 0L);
        promises(member);
    }

    @Test
    void a_refund_of_points_that_were_taken_by_hand_makes_no_debt() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(100_000)));
        manual.adjust(agent, key(), adjustment(member, -100, null, false));

        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));

        assertThat(balance(member)).extracting(Balance::available, Balance::debt).containsExactly(0L, 0L);
        promises(member);
    }

    @Test
    void a_partial_correction_counts_against_its_purchase_only() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(60_000), Item.of(40_000)));
        use(member, 100);
        manual.adjust(agent, key(), adjustment(member, -60, id(bought), true));
        assertThat(balance(member).debt()).isEqualTo(-60);

        refused(
                ProblemCode.ADJUSTMENT_EXCEEDS_PURCHASE,
                () -> manual.adjust(agent, key(), adjustment(member, -41, id(bought), true)));
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null), Receipts.of(bought.purchaseId(), 2, null)));

        assertThat(balance(member).debt()).as("60 by hand and the 40 left, never 160").isEqualTo(-100);
        promises(member);
    }

    @Test
    void taking_more_than_there_is_is_refused_with_the_figure_unless_debt_is_asked_for() {
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(40_000)));

        assertThatThrownBy(() -> manual.adjust(agent, key(), adjustment(member, -100, null, false)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INSUFFICIENT_POINTS);
                    assertThat(problem.arguments()).containsExactly(100L, 40L);
                });
        manual.adjust(agent, key(), adjustment(member, -100, null, true));

        assertThat(balance(member)).extracting(Balance::available, Balance::debt).containsExactly(0L, -60L);
        promises(member);
    }

    @Test
    void beyond_the_limit_nothing_happens_until_another_person_whose_role_may_says_yes() {
        UUID member = shop.member();
        Caller.SignedInStaff finance = new Caller.SignedInStaff(ids.next(), Set.of(Role.FINANCE));
        Caller.SignedInStaff colleague = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
        Optional<String> key = key();

        ManualPoints.Made made = manual.adjust(agent, key, adjustment(member, 1_001, null, false));
        UUID request = made.approval().orElseThrow().id();

        assertThat(made.correction()).isEmpty();
        assertThat(manual.adjust(agent, key, adjustment(member, 1_001, null, false)).approval().orElseThrow().id())
                .isEqualTo(request);
        assertThat(balance(member).available()).isZero();
        refused(ProblemCode.OWN_REQUEST, () -> approvals.approve(agent, request, ""));
        refused(ProblemCode.ROLE_MAY_NOT_APPROVE, () -> approvals.approve(colleague, request, ""));
        approvals.approve(finance, request, "");
        approvals.approve(finance, request, "");

        assertThat(balance(member).available()).isEqualTo(1_001);
        assertThat(approvals.find(request).orElseThrow().state()).isEqualTo(ApprovalState.APPROVED);
        refused(ProblemCode.APPROVAL_ALREADY_DECIDED, () -> approvals.reject(finance, request, ""));
        promises(member);
    }

    @Test
    void the_limit_of_a_day_counts_what_was_added_and_taken() {
        UUID member = shop.member();
        for (int act = 0; act < 5; act++) {
            long points = act % 2 == 0 ? 1_000 : -1_000;
            assertThat(manual.adjust(agent, key(), adjustment(member, points, null, false)).correction()).isPresent();
        }

        assertThat(manual.preview(agent, adjustment(member, 1, null, false)).needsApproval()).isTrue();
        assertThat(manual.adjust(agent, key(), adjustment(member, 1, null, false)).approval()).isPresent();
        assertThat(balance(member).available()).isEqualTo(1_000);
    }

    @Test
    void what_cannot_be_done_any_more_when_it_is_approved_goes_on_waiting() {
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(5_000_000)));
        UUID request = manual.adjust(agent, key(), adjustment(member, -5_000, null, false))
                .approval()
                .orElseThrow()
                .id();
        use(member, 4_000);
        Caller.SignedInStaff finance = new Caller.SignedInStaff(ids.next(), Set.of(Role.FINANCE));

        refused(ProblemCode.INSUFFICIENT_POINTS, () -> approvals.approve(finance, request, ""));

        assertThat(approvals.find(request).orElseThrow().state()).isEqualTo(ApprovalState.WAITING);
        assertThat(balance(member).available()).isEqualTo(1_000);
    }

    @Test
    void points_added_pay_debts_first_and_the_whole_ledger_still_proves() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(40_000)));
        use(member, 40);
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, null)));

        manual.adjust(agent, key(), adjustment(member, 100, null, false));

        assertThat(balance(member)).extracting(Balance::available, Balance::debt).containsExactly(60L, 0L);
        assertThat(wholeProof.now().promises()).allMatch(Promise::holds);
    }

    private Adjustment adjustment(UUID member, long by, UUID purchase, boolean mayOwe) {
        return new Adjustment(
                member, by, CorrectionReason.CORRECTION, "uji", 12, shop.store().partnerId(), purchase, mayOwe);
    }

    private static Optional<String> key() {
        return Optional.of(number());
    }

    private static MemberReference who(UUID member) {
        return MemberReference.memberId(member);
    }

    private static UUID id(PurchaseResponse purchase) {
        return PublicId.PURCHASE.parse(purchase.purchaseId()).orElseThrow();
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer();
    }

    private RefundResponse takeBack(PostRefundRequest request) {
        return refunds.post(refundReader.read(request, shop.till())).answer();
    }

    private void use(UUID member, long many) {
        points.spend(member, many, shop.store().partnerId(), number(), ids.next());
    }

    private Balance balance(UUID member) {
        return points.balance(member);
    }

    private MonthSum sum(UUID member) {
        return points.monthSums(member).in(YearMonth.from(now.atZone(ZoneId.of("Asia/Jakarta"))));
    }

    private void promises(UUID... members) {
        assertThat(proof.promises(List.of(members))).allMatch(Promise::holds);
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
