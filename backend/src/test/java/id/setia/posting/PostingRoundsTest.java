package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Outcome;
import id.setia.kernel.PublicId;
import id.setia.posting.Receipts.Item;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.util.List;
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
                .map(purchase -> Receipts.refund(
                        number(), clock.now(), Receipts.of(PublicId.PURCHASE.format(purchase), 1, "1")))
                .<Sent>map(refund -> new Sent.Takeback(refundReader.read(refund, shop.till()), true))
                .toList();
    }
}
