package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.testing.TestRewards.reward;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Outcome;
import id.setia.kernel.PublicId;
import id.setia.posting.Receipts.Item;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.RefundState;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.RewardKind;
import id.setia.rewards.Vouchers;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts that are posted together. */
@SetiaTest
class PostingRoundsTest {

    @Inject
    TestShop shop;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    PostingRounds rounds;

    @Inject
    RefundPoster refundPoster;

    @Inject
    RewardRedemptions redemptions;

    @Inject
    RedemptionAnswers answers;

    @Inject
    Vouchers vouchers;

    @Inject
    TestRewards rewards;

    @Inject
    TestBrowsers browsers;

    @Inject
    BusinessClock clock;

    @Inject
    SqlWatch watch;

    @BeforeEach
    void openShop() {
        shop.open();
        trips(purchases(1));
    }

    @Test
    void fifty_purchases_read_with_as_many_statements_as_one() {
        RoundTrips one = trips(purchases(1));
        RoundTrips fifty = trips(purchases(50));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(16);
        fifty.areAsOf(one);
    }

    @Test
    void fifty_refunds_read_with_as_many_statements_as_one() {
        RoundTrips one = trips(refunds(1));
        RoundTrips fifty = trips(refunds(50));

        assertThat(one.count()).as(one::toString).isLessThanOrEqualTo(20);
        fifty.areAsOf(one);
    }

    @Test
    void vouchers_come_back_of_a_receipt_known_before_and_of_one_that_its_refund_waited_for() {
        UUID member = shop.member();
        rewards.give(member, 1_000);
        Browser till = browsers.till();
        List<String> codes = List.of(code(member), code(member));
        List<NewPurchase> sales = List.of(sale(), sale());
        for (int place = 0; place < 2; place++) {
            assertThat(use(till, codes.get(place), sales.get(place)).text("state")).isEqualTo("used");
        }
        UUID known = poster.post(sales.getFirst()).purchase().id();
        RefundRequest waiting = refund(new RefundLineRequest(null, named(sales.getLast()), null, null, null));
        assertThat(refundPoster.post(waiting).refund().state()).isEqualTo(RefundState.WAITING);

        rounds.post(List.of(
                new Sent.Takeback(refund(new RefundLineRequest(PublicId.PURCHASE.format(known), null, null, null, null)), true),
                new Sent.Sales(List.of(sales.getLast()))));

        assertThat(codes).allSatisfy(code -> assertThat(use(till, code, sale()).text("state")).isEqualTo("used"));
    }

    private String code(UUID member) {
        UUID redemption = redemptions.redeem(
                new Caller.SignedInMember(member),
                Optional.of(number()),
                new RewardRedemptions.Order(member, rewards.publish(reward(RewardKind.VOUCHER_GENERATED)), Optional.empty()));
        String voucher = answers.one(member, redemption, false).voucher().voucherId();
        return vouchers.reveal(member, PublicId.VOUCHER.parse(voucher).orElseThrow()).code();
    }

    private static Browser.Answer use(Browser till, String code, NewPurchase sale) {
        ReceiptHead receipt = sale.receipt().head();
        return till.post("/api/v1/vouchers/use", "{\"code\":\"%s\",\"receipt\":{\"businessDate\":\"%s\",\"till\":\"%s\",\"receiptNumber\":\"%s\"}}"
                .formatted(code, receipt.businessDate(), receipt.till().orElseThrow(), receipt.receiptNumber().orElseThrow()));
    }

    private static PurchaseReferenceRequest named(NewPurchase sale) {
        ReceiptHead receipt = sale.receipt().head();
        return new PurchaseReferenceRequest(
                null, receipt.businessDate(), receipt.till().orElseThrow(), receipt.receiptNumber().orElseThrow(), null);
    }

    private RefundRequest refund(RefundLineRequest line) {
        return refundReader.read(Receipts.refund(number(), clock.now(), line), shop.till());
    }

    private RoundTrips trips(List<Sent> all) {
        return RoundTrips.of(watch, () -> assertThat(rounds.post(all)).allMatch(PostingRoundsTest::isPosted));
    }

    private static boolean isPosted(Outcome<Posted> outcome) {
        return switch (outcome.get()) {
            case Posted.Sales sold -> sold.sales().stream().allMatch(sale -> sale instanceof Outcome.Done);
            case Posted posted -> true;
        };
    }

    /** Each of four lines, by somebody else. */
    private List<Sent> purchases(int count) {
        return Stream.generate(this::sale).limit(count).<Sent>map(sale -> new Sent.Sales(List.of(sale))).toList();
    }

    private NewPurchase sale() {
        return reader.read(
                receipt(
                        number(), clock.now(), shop.member(), Item.of(10_000), Item.of(20_000), Item.fresh(15_000), Item.of(5_000)),
                shop.till());
    }

    /** Each of one line of a purchase of its own. */
    private List<Sent> refunds(int count) {
        return Stream.generate(() -> poster.post(sale()).purchase().id())
                .limit(count)
                .map(purchase -> refund(Receipts.of(PublicId.PURCHASE.format(purchase), 1, "1")))
                .<Sent>map(refund -> new Sent.Takeback(refund, true))
                .toList();
    }
}
