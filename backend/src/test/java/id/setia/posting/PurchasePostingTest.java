package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class PurchasePostingTest {

    private static final Caller STAFF = new Caller.SignedInStaff(new UUID(5, 5), Set.of(Role.SERVICE_AGENT));

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
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    BusinessClock clock;

    private Instant now;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_purchase_earns_by_each_rule_and_says_why() {
        UUID member = shop.member();

        PurchaseResponse answer = post(receipt(number(), now, member, Item.of(124_500), Item.fresh(62_000)));

        assertThat(answer.pointsEarned()).isEqualTo(186 + 62);
        assertThat(answer.points().available()).isEqualTo(248);
        assertThat(answer.points().worth().amount()).isEqualTo("2480");
        assertThat(answer.explanation())
                .filteredOn(item -> item.name().en().matches("uji-(base|double)"))
                .extracting(item -> item.name().en(), item -> item.outcome(), item -> item.points())
                .containsExactly(tuple("uji-base", "applied", 186L), tuple("uji-double", "applied", 62L));
        assertThat(answer.lines()).extracting(PurchaseLineResponse::points).containsExactly(124L, 62L + 62L);
        assertThat(answer.standing().tier().code()).isEqualTo("red");
        assertThat(answer.warnings()).isEmpty();
        promises(member);
    }

    @Test
    void sending_a_receipt_again_counts_once_and_gives_the_first_answer() {
        UUID member = shop.member();
        PostPurchaseRequest request = receipt(number(), now, member, Item.of(50_000));
        PurchaseResponse first = post(request);
        post(receipt(number(), now, member, Item.of(10_000)));

        PurchaseResponse again = post(request);

        assertThat(again.replayed()).isTrue();
        assertThat(again.purchaseId()).isEqualTo(first.purchaseId());
        assertThat(again.points()).isEqualTo(first.points());
        assertThat(balance(member)).isEqualTo(60);
        promises(member);
    }

    @Test
    void another_receipt_under_the_same_key_is_refused_and_every_difference_is_named() {
        String number = number();
        UUID member = shop.member();
        PurchaseResponse first = post(receipt(number, now, member, Item.of(50_000), Item.of(1_000)));

        assertThatThrownBy(() -> post(receipt(number, now, member, Item.of(60_000), Item.of(1_000))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.PURCHASE_CONFLICT);
                    assertThat(problem.arguments()).containsExactly(first.purchaseId());
                    assertThat(problem.errors())
                            .extracting(FieldError::pointer, FieldError::arguments)
                            .containsExactly(
                                    tuple("/lines/0/amount", List.of("50000", "60000")),
                                    tuple("/total", List.of("51000", "61000")));
                });
        assertThat(balance(member)).isEqualTo(51);
    }

    @Test
    void a_sale_to_an_unknown_member_is_kept_and_attached_by_sending_it_again_with_the_member() {
        String number = number();
        UUID member = shop.member();
        PurchaseResponse unknown = post(receipt(number, now, new UUID(9, 9), Item.of(50_000)));
        assertThat(unknown.state()).isEqualTo("unattached");
        assertThat(unknown.warnings()).extracting(WarningResponse::code).containsExactly("member_unknown");

        PurchaseResponse known = post(receipt(number, now, member, Item.of(50_000)));

        assertThat(known.state()).isEqualTo("attached");
        assertThat(known.purchaseId()).isEqualTo(unknown.purchaseId());
        assertThat(balance(member)).isEqualTo(50);
        PurchaseResponse other = post(receipt(number, now, shop.member(), Item.of(50_000)));
        assertThat(other.warnings()).extracting(WarningResponse::code).containsExactly("different_member");
        assertThat(other.memberId()).isEqualTo(PublicId.MEMBER.format(member));
        promises(member);
    }

    @Test
    void attaching_gives_the_points_once_and_never_moves_a_purchase() {
        UUID member = shop.member();
        PurchaseResponse unattached = post(receipt(number(), now, null, Item.of(50_000)));
        UUID purchase = PublicId.PURCHASE.parse(unattached.purchaseId()).orElseThrow();

        PurchaseResponse attached =
                attachments.attach(shop.till(), purchase, MemberReference.memberId(member), Optional.empty()).answer();
        attachments.attach(shop.till(), purchase, MemberReference.memberId(member), Optional.empty());

        assertThat(attached.pointsEarned()).isEqualTo(50);
        assertThat(balance(member)).isEqualTo(50);
        refused(
                ProblemCode.PURCHASE_ALREADY_ATTACHED,
                () -> attachments.attach(shop.till(), purchase, MemberReference.memberId(shop.member()), Optional.empty()));
        promises(member);
    }

    @Test
    void tills_attach_for_14_days_and_staff_beyond() {
        UUID member = shop.member();
        Instant old = now.minus(Duration.ofDays(15));
        UUID purchase = PublicId.PURCHASE
                .parse(post(receipt(number(), old, null, Item.of(50_000))).purchaseId())
                .orElseThrow();

        refused(
                ProblemCode.ATTACH_WINDOW_CLOSED,
                () -> attachments.attach(shop.till(), purchase, MemberReference.memberId(member), Optional.empty()));
        attachments.attach(STAFF, purchase, MemberReference.memberId(member), Optional.empty());

        assertThat(balance(member)).isEqualTo(50);
    }

    @Test
    void too_late_and_too_early_purchases_are_kept_unattached() {
        UUID member = shop.member();

        PurchaseResponse late = post(receipt(number(), now.minus(Duration.ofDays(31)), member, Item.of(9_000)));
        PostPurchaseRequest ahead = receipt(number(), now.plus(Duration.ofDays(2)), member, Item.of(9_000));
        PurchaseResponse early = post(ahead);
        PurchaseResponse earlyAgain = post(ahead);

        assertThat(late.warnings()).extracting(WarningResponse::code).containsExactly("too_late");
        assertThat(early.warnings()).extracting(WarningResponse::code).containsExactly("from_the_future");
        assertThat(earlyAgain.warnings()).isEqualTo(early.warnings());
        assertThat(earlyAgain.state()).isEqualTo("unattached");
        assertThat(balance(member)).isZero();
    }

    @Test
    void a_partial_refund_takes_back_what_the_remaining_lines_would_not_have_earned() {
        UUID member = shop.member();
        PurchaseResponse bought =
                post(receipt(number(), now, member, Item.of(1_900), Item.fresh(3_000).times("3")));
        assertThat(bought.pointsEarned()).isEqualTo(4 + 3);

        RefundResponse answer = takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 2, "1")));

        assertThat(answer.pointsTakenBack()).as("3.900 left give 3, of them 2.000 give 2 more").isEqualTo(1 + 1);
        assertThat(answer.lines()).extracting(line -> line.amount().amount()).containsExactly("1000");
        assertThat(balance(member)).isEqualTo(5);
        RefundResponse rest = takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), null, null)));
        assertThat(rest.pointsTakenBack()).isEqualTo(5);
        assertThat(balance(member)).isZero();
        promises(member);
    }

    @Test
    void a_refund_of_spent_points_leaves_a_debt_that_the_next_purchase_pays() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(100_000)));
        points.spend(member, 40, shop.store().partnerId(), number(), UUID.randomUUID());

        RefundResponse answer = takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), null, null)));

        assertThat(answer.debtAdded()).isEqualTo(40);
        assertThat(answer.points().debt()).isEqualTo(-40);
        assertThat(answer.message().id())
                .isEqualTo("Saldo 0. 40\u00a0poin akan dipotong dari poin berikutnya.");
        PurchaseResponse next = post(receipt(number(), now, member, Item.of(50_000)));
        assertThat(next.points().available()).isEqualTo(10);
        assertThat(next.points().debt()).isZero();
        promises(member);
    }

    @Test
    void more_than_was_bought_is_not_taken_back() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(9_000).times("3")));
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, "2")));

        refused(
                ProblemCode.REFUND_EXCEEDS_PURCHASE,
                () -> takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, "2"))));
        refused(
                ProblemCode.PURCHASE_LINE_NOT_FOUND,
                () -> takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 2, "1"))));
        assertThat(balance(member)).isEqualTo(3);
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), null, null)));
        refused(
                ProblemCode.NOTHING_LEFT_TO_REFUND,
                () -> takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), null, null))));
        promises(member);
    }

    @Test
    void a_refund_sent_again_takes_back_once() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(9_000).times("3")));
        PostRefundRequest request = refund(number(), now, Receipts.of(bought.purchaseId(), 1, "1"));
        RefundResponse first = takeBack(request);

        RefundResponse again = takeBack(request);

        assertThat(again.replayed()).isTrue();
        assertThat(again.refundId()).isEqualTo(first.refundId());
        assertThat(balance(member)).isEqualTo(6);
        refused(
                ProblemCode.REFUND_CONFLICT,
                () -> takeBack(new PostRefundRequest(
                        null, request.channel(), request.till(), request.receiptNumber(), null,
                        request.businessDate(), request.occurredAt(), null, null,
                        List.of(Receipts.of(bought.purchaseId(), 1, "2")))));
    }

    @Test
    void a_refund_that_comes_before_its_purchase_waits_for_it() {
        UUID member = shop.member();
        String number = number();
        PurchaseReferenceRequest reference =
                new PurchaseReferenceRequest(null, Receipts.date(now), "3", number, null);
        PostRefundRequest request =
                refund(number(), now, new RefundLineRequest(null, reference, 1, null, null));

        RefundResponse waiting = takeBack(request);
        PurchaseResponse bought = post(receipt(number, now, member, Item.of(20_000), Item.of(30_000)));

        assertThat(waiting.state()).isEqualTo("waiting");
        assertThat(bought.pointsEarned()).isEqualTo(50);
        assertThat(balance(member)).isEqualTo(30);
        assertThat(takeBack(request).state()).isEqualTo("applied");
        promises(member);
    }

    @Test
    void a_refund_that_waited_and_takes_back_more_than_was_bought_is_refused_for_good() {
        UUID member = shop.member();
        String number = number();
        PurchaseReferenceRequest reference =
                new PurchaseReferenceRequest(null, Receipts.date(now), "3", number, null);
        PostRefundRequest request = refund(number(), now, new RefundLineRequest(null, reference, 1, "2", null));
        takeBack(request);

        post(receipt(number, now, member, Item.of(20_000)));

        RefundResponse refused = takeBack(request);
        assertThat(refused.state()).isEqualTo("refused");
        assertThat(refused.refusal().code()).isEqualTo("refund_exceeds_purchase");
        assertThat(refused.refusal().detail().en()).contains("a quantity of 1");
        assertThat(refused.warnings()).isEmpty();
        assertThat(balance(member)).isEqualTo(20);
        promises(member);
    }

    @Test
    void a_refund_before_attaching_leaves_points_only_for_what_was_kept() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, null, Item.of(20_000), Item.of(30_000)));
        takeBack(refund(number(), now, Receipts.of(bought.purchaseId(), 1, "1")));

        attachments.attach(shop.till(), PublicId.PURCHASE.parse(bought.purchaseId()).orElseThrow(), MemberReference.memberId(member), Optional.empty());

        assertThat(balance(member)).isEqualTo(30);
        promises(member);
    }

    @Test
    void points_that_lapsed_are_gone_from_reads_before_anything_is_written() {
        UUID member = shop.member();
        Instant longAgo = now.minus(Duration.ofDays(100));
        NewPurchase old = reader.read(receipt(number(), longAgo, member, Item.fresh(10_000)), shop.till());
        poster.post(new NewPurchase(old.receipt(), old.member(), true, old.warnings()));

        assertThat(balance(member)).as("the supplier's ten lasted a month").isEqualTo(10);
        post(receipt(number(), now, member, Item.of(1_000)));
        assertThat(balance(member)).isEqualTo(11);
        promises(member);
    }

    @Test
    void two_tills_posting_a_thousand_times_to_one_member_lose_nothing() throws Exception {
        UUID member = shop.member();

        atOnce(IntStream.range(0, 2)
                .<Callable<Void>>mapToObj(till -> () -> {
                    for (int sale = 0; sale < 500; sale++) {
                        post(receipt(number(), now, member, Item.of(1_000)));
                    }
                    return null;
                })
                .toList());

        assertThat(balance(member)).isEqualTo(1_000);
        promises(member);
    }

    @Test
    void many_more_tills_than_connections_posting_to_one_member_are_all_served() throws Exception {
        UUID member = shop.member();

        atOnce(IntStream.range(0, 64)
                .<Callable<PurchaseResponse>>mapToObj(till -> () -> post(receipt(number(), now, member, Item.of(1_000))))
                .toList());

        assertThat(balance(member)).isEqualTo(64);
        promises(member);
    }

    @Test
    void one_purchase_posted_by_16_threads_at_once_counts_once() throws Exception {
        UUID member = shop.member();
        PostPurchaseRequest request = receipt(number(), now, member, Item.of(70_000));

        List<PurchaseResponse> answers = atOnce(IntStream.range(0, 16)
                .<Callable<PurchaseResponse>>mapToObj(thread -> () -> post(request))
                .toList());

        assertThat(answers).extracting(PurchaseResponse::purchaseId).containsOnly(answers.getFirst().purchaseId());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(balance(member)).isEqualTo(70);
        promises(member);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<T>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer();
    }

    private RefundResponse takeBack(PostRefundRequest request) {
        return refunds.post(refundReader.read(request, shop.till())).answer();
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
