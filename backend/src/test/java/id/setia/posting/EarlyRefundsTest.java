package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static id.setia.posting.Receipts.refund;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundState;
import id.setia.purchases.Refunds;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Refunds and their purchases that are posted at the very same moment; no sweep runs in tests. */
@SetiaTest
class EarlyRefundsTest {

    private static final int PAIRS = 24;

    @Inject
    TestShop shop;

    @Inject
    ReceiptReader reader;

    @Inject
    RefundReader refundReader;

    @Inject
    PurchasePoster poster;

    @Inject
    RefundPoster refundPoster;

    @Inject
    Refunds refunds;

    @Inject
    PointsLedger points;

    @Inject
    BusinessClock clock;

    private Instant now;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @RepeatedTest(5)
    void none_of_many_pairs_waits_for_the_sweep() throws Exception {
        List<UUID> members = Stream.generate(shop::member).limit(PAIRS).toList();
        List<Callable<String>> acts = new ArrayList<>();
        for (UUID member : members) {
            String number = number();
            PurchaseReferenceRequest reference =
                    new PurchaseReferenceRequest(null, Receipts.date(now), "3", number, null);
            PostRefundRequest back = refund(number(), now, new RefundLineRequest(null, reference, 1, null, null));
            acts.add(() -> sent(() -> poster.post(reader.read(receipt(number, now, member, Item.of(20_000)), shop.till()))
                    .answer()
                    .purchaseId()));
            acts.add(() -> sent(() -> refundPoster.post(refundReader.read(back, shop.till())).answer().refundId()));
        }

        List<String> ids = AtOnce.run(acts);

        List<UUID> posted = ids.stream().flatMap(id -> PublicId.REFUND.parse(id).stream()).toList();
        assertThat(posted).hasSize(PAIRS);
        assertThat(refunds.find(posted).values()).extracting(Refund::state).containsOnly(RefundState.APPLIED);
        assertThat(members).allSatisfy(member -> assertThat(points.balance(member).available()).isZero());
    }

    /** As a till does: again, when it is told to try later. */
    private static String sent(Supplier<String> act) {
        while (true) {
            try {
                return act.get();
            } catch (Problem problem) {
                assertThat(problem.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER);
            }
        }
    }
}
