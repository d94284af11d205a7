package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.of;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static id.setia.posting.Receipts.rupiah;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MemberReference;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.purchases.TenderKind;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds of purchases that points paid a part of. A point is worth Rp10. */
@SetiaTest
class PaidBackTest {

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
    Slips slips;

    @Inject
    Exchanges exchanges;

    @Inject
    PurchaseMoves moves;

    @Inject
    Holds holds;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

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

    @Test
    void a_whole_refund_gives_back_what_paid_and_takes_back_what_was_earned_once() {
        UUID member = memberWith(100);
        PurchaseResponse bought = post(paid(number(), member, 1_000, Item.of(30_000), Item.of(20_000)));
        assertThat(points.balance(member).available()).isEqualTo(49);

        PostRefundRequest request = refund(number(), now, of(bought.purchaseId(), null, null));
        RefundResponse answer = takeBack(request);

        assertThat(answer.pointsGivenBack()).isEqualTo(100);
        assertThat(answer.pointsTakenBack()).isEqualTo(49);
        assertThat(answer.debtAdded()).isZero();
        assertThat(answer.tenders())
                .extracting(RefundTenderResponse::kind, RefundTenderResponse::amount, RefundTenderResponse::points)
                .containsExactlyInAnyOrder(
                        tuple(TenderKind.POINTS, rupiah(1_000), 100L), tuple(TenderKind.CASH, rupiah(49_000), 0L));
        assertThat(answer.lines()).extracting(RefundLineResponse::pointsGivenBack).containsExactly(60L, 40L);
        assertThat(answer.message().en())
                .endsWith("points that had paid were given back, then 49\u00a0points of this purchase were taken back.");
        assertThat(takeBack(request).pointsGivenBack()).isEqualTo(100);
        assertThat(points.balance(member).available()).isEqualTo(100);
        promises(member);
    }

    @Test
    void parts_of_a_purchase_give_back_parts_that_add_up() {
        UUID member = memberWith(101);
        PurchaseResponse bought = post(paid(number(), member, 1_010, Item.of(33_333).times("3"), Item.of(9_999), Item.of(1)));

        long back = 0;
        for (String quantity : List.of("1", "1", "1")) {
            back += takeBack(refund(number(), now, of(bought.purchaseId(), 1, quantity))).pointsGivenBack();
        }
        back += takeBack(refund(number(), now, of(bought.purchaseId(), null, null))).pointsGivenBack();

        assertThat(back).isEqualTo(101);
        assertThat(points.balance(member).available()).isEqualTo(101);
        promises(member);
    }

    @Test
    void what_is_given_back_first_keeps_the_debt_small() {
        UUID member = memberWith(100);
        PurchaseResponse bought = post(paid(number(), member, 500, Item.of(100_000)));
        spend(member, points.balance(member).available());

        RefundResponse answer = takeBack(refund(number(), now, of(bought.purchaseId(), null, null)));

        assertThat(answer.pointsGivenBack()).isEqualTo(50);
        assertThat(answer.pointsTakenBack()).isEqualTo(99);
        assertThat(answer.debtAdded()).isEqualTo(49);
        assertThat(points.balance(member).debt()).isEqualTo(-49);
        promises(member);
    }

    @Test
    void a_refund_that_came_before_its_purchase_gives_back_when_the_purchase_comes() {
        UUID member = memberWith(100);
        String number = number();
        PostPurchaseRequest sale = paid(number, member, 1_000, Item.of(50_000));
        RefundLineRequest line = new RefundLineRequest(
                null, new PurchaseReferenceRequest(null, Receipts.date(now), "3", number, null), null, null, null);
        RefundResponse waiting = takeBack(refund(number(), now, line));
        assertThat(waiting.state()).isEqualTo("waiting");

        post(sale);

        assertThat(points.balance(member).available()).isEqualTo(100);
        assertThat(points.balance(member).held()).isZero();
        promises(member);
    }

    @Test
    void points_that_had_expired_meanwhile_come_back_for_fourteen_days() {
        UUID member = memberWith(100);
        PurchaseResponse bought = post(paid(number(), member, 1_000, Item.of(50_000)));
        expireUsedLots(member);

        takeBack(refund(number(), now, of(bought.purchaseId(), null, null)));

        assertThat(points.balance(member).available()).isEqualTo(100);
        assertThat(points.balance(member).nextExpiry().orElseThrow().at())
                .isBetween(clock.now().plus(Duration.ofDays(13)), clock.now().plus(Duration.ofDays(14)));
        promises(member);
    }

    @Test
    void points_go_back_to_who_paid_also_when_the_purchase_is_somebody_elses_by_then() {
        UUID payer = memberWith(100);
        UUID other = shop.member();
        PurchaseResponse bought = post(paid(number(), payer, 1_000, Item.of(50_000)));
        Caller.SignedInStaff staff = new Caller.SignedInStaff(new UUID(5, 5), Set.of(Role.SERVICE_AGENT));
        moves.move(
                staff,
                Optional.of(number()),
                PublicId.PURCHASE.parse(bought.purchaseId()).orElseThrow(),
                MemberReference.memberId(other),
                new Why(CorrectionReason.WRONG_MEMBER, "uji"));
        assertThat(points.balance(other).available()).isEqualTo(49);

        PostedRefund refund =
                refunds.post(refundReader.read(refund(number(), now, of(bought.purchaseId(), null, null)), shop.till()));

        assertThat(refund.answer().pointsGivenBack()).isEqualTo(100);
        assertThat(refund.answer().memberId()).as("two members' points moved").isNull();
        assertThat(refund.answer().points()).isNull();
        assertThat(slips.of(shop.till(), refund).print()).isNull();
        assertThat(points.balance(payer).available()).isEqualTo(100);
        assertThat(points.balance(other).available()).isZero();
        promises(payer);
        promises(other);
    }

    @Test
    void a_purchase_that_is_nobodys_any_more_names_who_gets_the_points_back_that_had_paid() {
        UUID payer = memberWith(100);
        PurchaseResponse bought = post(paid(number(), payer, 1_000, Item.of(50_000)));
        Caller.SignedInStaff staff = new Caller.SignedInStaff(new UUID(5, 5), Set.of(Role.SERVICE_AGENT));
        moves.detach(
                staff,
                Optional.of(number()),
                PublicId.PURCHASE.parse(bought.purchaseId()).orElseThrow(),
                new Why(CorrectionReason.WRONG_MEMBER, "uji"));

        RefundResponse answer = takeBack(refund(number(), now, of(bought.purchaseId(), null, null)));

        assertThat(answer.memberId()).isEqualTo(PublicId.MEMBER.format(payer));
        assertThat(answer.points().available()).isEqualTo(100);
        promises(payer);
    }

    @Test
    void a_third_of_a_price_is_told_in_whole_rupiah_and_the_parts_add_up() {
        UUID member = shop.member();
        PurchaseResponse bought = post(receipt(number(), now, member, Item.of(10_000).times("3")));

        List<Money> parts = new ArrayList<>();
        for (int piece = 0; piece < 3; piece++) {
            RefundResponse answer = takeBack(refund(number(), now, of(bought.purchaseId(), 1, "1")));
            parts.add(answer.lines().getFirst().amount());
            assertThat(answer.tenders()).extracting(RefundTenderResponse::amount).containsExactly(parts.getLast());
        }

        assertThat(parts).containsExactly(rupiah(3_333), rupiah(3_334), rupiah(3_333));
    }

    @Test
    void an_exchange_gives_back_takes_back_and_earns_in_one_or_not_at_all() {
        UUID member = memberWith(100);
        PurchaseResponse bought = post(paid(number(), member, 1_000, Item.of(50_000)));
        PostRefundRequest back = refund(number(), now, of(bought.purchaseId(), null, null));
        PostPurchaseRequest instead = receipt(number(), now, member, Item.of(60_000));

        Posted.Exchange exchanged = exchange(back, instead);

        assertThat(exchanged.refund().answer().pointsGivenBack()).isEqualTo(100);
        assertThat(exchanged.sale().answer().pointsEarned()).isEqualTo(60);
        assertThat(points.balance(member).available()).isEqualTo(160);
        Posted.Exchange again = exchange(back, instead);
        assertThat(again.refund().replayed()).isTrue();
        assertThat(again.sale().replayed()).isTrue();
        assertThat(points.balance(member).available()).isEqualTo(160);
        PostPurchaseRequest other = receipt(number(), now, member, Item.of(70_000));
        assertThatThrownBy(() -> exchange(refund(number(), now, of(bought.purchaseId(), null, null)), other))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOTHING_LEFT_TO_REFUND));
        assertThat(points.balance(member).available()).isEqualTo(160);
        promises(member);
    }

    private Posted.Exchange exchange(PostRefundRequest back, PostPurchaseRequest instead) {
        return exchanges.post(new Sent.Exchange(refundReader.read(back, shop.till()), reader.read(instead, shop.till())));
    }

    private PurchaseResponse post(PostPurchaseRequest request) {
        PurchaseResponse answer = poster.post(reader.read(request, shop.till())).answer();
        assertThat(answer.warnings()).isEmpty();
        return answer;
    }

    private RefundResponse takeBack(PostRefundRequest request) {
        return refunds.post(refundReader.read(request, shop.till())).answer();
    }

    /** A purchase of which points pay so many rupiah, set aside just before. */
    private PostPurchaseRequest paid(String number, UUID member, long byPoints, Item... items) {
        PostPurchaseRequest request = receipt(number, now, member, items);
        Hold hold = held(member, byPoints / 10);
        long total = Long.parseLong(request.total().amount());
        return Receipts.paid(
                request,
                List.of(
                        new TenderRequest(TenderKind.POINTS, rupiah(byPoints), PublicId.HOLD.format(hold.id())),
                        new TenderRequest(TenderKind.CASH, rupiah(total - byPoints))));
    }

    private Hold held(UUID member, long some) {
        return holds.create(
                new Caller.SignedInMember(member),
                Optional.of(number()),
                new HoldOrder(
                        member, some, HoldPurpose.PAYMENT, Optional.empty(), shop.store().partnerId(), Optional.empty(),
                        shop.till().clientId(), 900),
                Optional.empty());
    }

    private void spend(UUID member, long some) {
        holds.confirm(held(member, some), OptionalLong.empty());
    }

    private UUID memberWith(long some) {
        UUID member = shop.member();
        post(receipt(number(), now, member, Item.of(some * 1_000)));
        return member;
    }

    private void expireUsedLots(UUID member) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE points_lot SET expires_at = ? WHERE member_id = ? AND open = 0")) {
                update.setObject(1, Sql.time(clock.now().minus(Duration.ofDays(1))));
                update.setBytes(2, UuidBytes.of(member));
                return update.executeUpdate();
            }
        });
    }

    private void promises(UUID member) {
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
    }
}
