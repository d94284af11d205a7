package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.rupiah;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.program.Setting;
import id.setia.program.Settings;
import id.setia.purchases.TenderKind;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchases whose tender of points names a hold. A point is worth Rp10. */
@SetiaTest
class PayingWithPointsTest {

    @Inject
    TestShop shop;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    Holds holds;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Settings settings;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    private Instant now;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @AfterEach
    void asUsual() {
        policy(PointsPaymentPolicy.USUAL);
    }

    @Test
    void a_purchase_uses_the_hold_it_names_and_earns_on_the_rest_once() {
        UUID member = memberWith(100);
        Hold hold = held(member, 100);
        PostPurchaseRequest request = paid(number(), member, 50_000, 400, hold);

        PurchaseResponse answer = post(request);

        assertThat(answer.warnings()).isEmpty();
        assertThat(answer.pointsUsed()).isEqualTo(40);
        assertThat(answer.earningBase()).isEqualTo(rupiah(49_600));
        assertThat(answer.pointsEarned()).isEqualTo(49);
        assertThat(answer.points().available()).isEqualTo(60 + 49);
        assertThat(answer.points().held()).isZero();
        Hold used = holds.find(hold.id()).orElseThrow();
        assertThat(used.state()).isEqualTo(HoldState.CONFIRMED);
        assertThat(used.confirmedPoints()).isEqualTo(40);
        assertThat(used.purchaseId().map(PublicId.PURCHASE::format)).contains(answer.purchaseId());
        PurchaseResponse again = post(request);
        assertThat(again.replayed()).isTrue();
        assertThat(again.pointsUsed()).isEqualTo(40);
        assertThat(points.balance(member).available()).isEqualTo(109);
        promises(member);
    }

    @Test
    void a_purchase_that_names_only_the_hold_is_its_members() {
        UUID member = memberWith(100);
        Hold hold = held(member, 100);

        PurchaseResponse answer = post(paid(number(), null, 50_000, 1_000, hold));

        assertThat(answer.memberId()).isEqualTo(PublicId.MEMBER.format(member));
        assertThat(points.balance(member).available()).isEqualTo(49);
    }

    @Test
    void what_a_hold_cannot_pay_is_a_warning_and_the_sale_is_taken() {
        UUID member = memberWith(100);
        UUID other = memberWith(100);
        Hold cancelled = holds.cancel(held(member, 10));
        Hold over = outdated(held(member, 10));

        assertThat(warning(paid(number(), member, 50_000, 100, null))).containsExactly("hold_missing");
        assertThat(warning(paid(number(), member, 50_000, 100, held(other, 100)))).containsExactly("hold_of_another_member");
        assertThat(warning(paid(number(), member, 50_000, 100, cancelled))).containsExactly("hold_ended");
        assertThat(warning(paid(number(), member, 50_000, 100, over))).containsExactly("hold_expired");
        assertThat(warning(paid(number(), member, 50_000, 200, held(member, 10)))).containsExactly("hold_too_small");
        assertThat(warning(paid(number(), member, 50_000, 105, held(member, 20)))).containsExactly("hold_amount_differs");
        assertThat(warning(named(paid(number(), member, 50_000, 100, null), "hld_nonsense"))).containsExactly("hold_unknown");
        assertThat(points.balance(other).held()).isEqualTo(100);
        promises(member);
        promises(other);
    }

    @Test
    void payments_that_do_not_add_up_or_changed_since_are_a_warning() {
        UUID member = shop.member();
        PostPurchaseRequest sent = receipt(number(), now, member, Item.of(50_000));
        TenderRequest cash = new TenderRequest(TenderKind.CASH, rupiah(50_000));

        assertThat(warning(Receipts.paid(sent, List.of(cash)))).isEmpty();
        assertThat(warning(Receipts.paid(sent, List.of(new TenderRequest(TenderKind.CARD, rupiah(50_000))))))
                .containsExactly("tenders_changed");
        assertThat(warning(Receipts.paid(
                        receipt(number(), now, member, Item.of(60_000)), List.of(cash))))
                .containsExactly("tenders_differ");
    }

    @Test
    void what_the_program_does_not_let_points_pay_they_do_not_pay() {
        UUID member = memberWith(1_000);
        policy(new PointsPaymentPolicy(
                100L, 50L, 50, List.of(TestShop.DOUBLE), List.of(), false, 14, PointsPaymentPolicy.USUAL.proofs()));

        assertThat(warning(paid(number(), member, 50_000, 900, held(member, 90)))).containsExactly("hold_outside_policy");
        assertThat(warning(paid(number(), member, 50_000, 1_200, held(member, 120)))).containsExactly("hold_outside_policy");
        assertThat(warning(paid(number(), member, 2_000, 1_500, held(member, 150)))).containsExactly("hold_outside_policy");
        assertThat(warning(tendered(receipt(number(), now, member, Item.of(1_000), Item.fresh(10_000)), 1_500, held(member, 150))))
                .containsExactly("hold_outside_policy");
        assertThat(warning(paid(number(), member, 3_000, 1_500, held(member, 150)))).isEmpty();
    }

    @Test
    void two_purchases_never_use_the_same_hold() throws Exception {
        UUID member = memberWith(100);
        Hold hold = held(member, 100);

        List<PurchaseResponse> answers = AtOnce.run(IntStream.range(0, 64)
                .<Callable<PurchaseResponse>>mapToObj(thread -> () -> post(paid(number(), member, 10_000, 1_000, hold)))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.pointsUsed() != null).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.pointsUsed() == null)
                .allSatisfy(answer ->
                        assertThat(answer.warnings()).extracting(WarningResponse::code).containsExactly("hold_ended"));
        assertThat(holds.find(hold.id()).orElseThrow().confirmedPoints()).isEqualTo(100);
        promises(member);
    }

    @Test
    void of_a_purchase_and_a_cancellation_at_once_one_counts() throws Exception {
        UUID member = memberWith(100);
        Hold hold = held(member, 100);

        AtOnce.run(List.<Callable<Object>>of(
                () -> post(paid(number(), member, 10_000, 1_000, hold)), () -> cancelled(hold)));

        Hold after = holds.find(hold.id()).orElseThrow();
        long earned = after.state() == HoldState.CONFIRMED ? 9 : 109;
        assertThat(points.balance(member).available()).isEqualTo(earned);
        promises(member);
    }

    private Object cancelled(Hold hold) {
        try {
            return holds.cancel(hold);
        } catch (Problem ended) {
            return ended.code();
        }
    }

    private List<String> warning(PostPurchaseRequest request) {
        PurchaseResponse answer = post(request);
        return answer.warnings().stream().map(WarningResponse::code).toList();
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer();
    }

    private PostPurchaseRequest paid(String number, UUID member, long total, long byPoints, Hold hold) {
        return tendered(receipt(number, now, member, Item.of(total)), byPoints, hold);
    }

    private static PostPurchaseRequest tendered(PostPurchaseRequest request, long byPoints, Hold hold) {
        return named(withPoints(request, byPoints), hold == null ? null : PublicId.HOLD.format(hold.id()));
    }

    private static PostPurchaseRequest withPoints(PostPurchaseRequest request, long byPoints) {
        long total = Long.parseLong(request.total().amount());
        return Receipts.paid(
                request,
                List.of(
                        new TenderRequest(TenderKind.POINTS, rupiah(byPoints), null),
                        new TenderRequest(TenderKind.CASH, rupiah(total - byPoints))));
    }

    private static PostPurchaseRequest named(PostPurchaseRequest request, String hold) {
        TenderRequest points = request.tenders().getFirst();
        return Receipts.paid(
                request,
                List.of(new TenderRequest(points.kind(), points.amount(), hold), request.tenders().getLast()));
    }

    private Hold held(UUID member, long some) {
        return holds.create(
                new Caller.SignedInMember(member),
                Optional.of(number()),
                new HoldOrder(
                        member, some, HoldPurpose.OTHER, Optional.empty(), shop.store().partnerId(), Optional.empty(),
                        shop.till().clientId(), 900),
                Optional.empty());
    }

    private Hold outdated(Hold hold) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE points_hold SET expires_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(clock.now().minusSeconds(1)));
                update.setBytes(2, UuidBytes.of(hold.id()));
                return update.executeUpdate();
            }
        });
        return hold;
    }

    private UUID memberWith(long some) {
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(some * 1_000)));
        return member;
    }

    private void policy(PointsPaymentPolicy policy) {
        Setting<PointsPaymentPolicy> known =
                settings.read(PointsPaymentPolicy.SETTING, PointsPaymentPolicy.class, PointsPaymentPolicy.USUAL);
        if (!known.value().equals(policy)) {
            settings.change(PointsPaymentPolicy.SETTING, policy, known.version());
        }
    }

    private void promises(UUID member) {
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }
}
