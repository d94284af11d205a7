package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.points.Balance;
import id.setia.points.Grant;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Promise;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.posting.Receipts.Item;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestShop;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random histories of purchases of any age, uses, refunds and repeats on the real database keep every promise, for the two
 * members of each history at its end and for the whole ledger at the end of all.
 */
class PostingHistoriesPropertyTest {

    private static ApplicationContext context;

    @BeforeContainer
    static void start() {
        context = new TestContextBuilder().environments("test").start();
        context.getBean(TestShop.class).open();
    }

    @AfterContainer
    static void proveAll() {
        try (ApplicationContext ending = context) {
            assertThat(ending.getBean(Proof.class).now().promises()).allMatch(Promise::holds);
        }
    }

    /** One step of a history; numbers choose among what there is. */
    sealed interface Step {
        record Buy(boolean second, List<Long> rupiah, int daysAgo, boolean unattached) implements Step {}

        record Open(boolean second, long points) implements Step {}

        record Repeat(int which, boolean withMember) implements Step {}

        record Refund(int which, int line, String quantity) implements Step {}

        record RefundFirst(boolean second, long rupiah) implements Step {}

        record Use(boolean second, int percent) implements Step {}
    }

    private static final class History {
        final UUID[] members = {shop().member(), shop().member()};
        final List<PostPurchaseRequest> requests = new ArrayList<>();
        final List<PurchaseResponse> purchases = new ArrayList<>();
        final Instant now = context.getBean(BusinessClock.class).now().minus(Duration.ofMinutes(5));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void promises_hold_on_the_database(@ForAll("histories") List<Step> steps) {
        History history = new History();
        for (Step step : steps) {
            switch (step) {
                case Step.Buy buy -> buy(history, buy);
                case Step.Open open -> open(history, open);
                case Step.Repeat repeat -> repeat(history, repeat);
                case Step.Refund refund -> refund(history, refund);
                case Step.RefundFirst early -> refundFirst(history, early);
                case Step.Use use -> use(history, use);
            }
        }
        List<Promise> promises =
                context.getBean(LedgerProof.class).promises(List.of(history.members));
        assertThat(promises).hasSize(4).allMatch(Promise::holds);
    }

    private static void buy(History history, Step.Buy buy) {
        List<Item> items = new ArrayList<>();
        for (long rupiah : buy.rupiah()) {
            items.add((items.size() % 2 == 0 ? Item.of(rupiah) : Item.fresh(rupiah)).times("3"));
        }
        UUID member = buy.unattached() ? null : history.members[buy.second() ? 1 : 0];
        Instant at = history.now.minus(Duration.ofDays(buy.daysAgo()));
        PostPurchaseRequest request = Receipts.receipt(Receipts.number(), at, member, items);
        PurchaseResponse answer = post(request);
        history.requests.add(request);
        history.purchases.add(answer);
        assertThat(answer.pointsEarned())
                .isEqualTo(answer.explanation().stream().mapToLong(item -> item.points()).sum());
    }

    private static PurchaseResponse post(PostPurchaseRequest request) {
        NewPurchase read = context.getBean(ReceiptReader.class).read(request, shop().till());
        return context.getBean(PurchasePoster.class)
                .post(new NewPurchase(read.receipt(), read.member(), true, read.warnings()))
                .answer();
    }

    private static void open(History history, Step.Open open) {
        UUID member = history.members[open.second() ? 1 : 0];
        UUID source = UUID.randomUUID();
        long before = net(member);
        context.getBean(PointsLedger.class).post(session -> {
            session.lock(List.of(member));
            return session.member(member)
                    .open(
                            new Posting(
                                    "opening:" + source + ":0",
                                    TransactionKind.OPENING,
                                    new Source("import", source),
                                    session.now(),
                                    "{}"),
                            new Grant(open.points(), shop().store().partnerId(), Optional.empty(), Optional.empty()));
        });
        assertThat(net(member) - before).isEqualTo(open.points());
    }

    private static void repeat(History history, Step.Repeat repeat) {
        if (history.requests.isEmpty()) {
            return;
        }
        int which = repeat.which() % history.requests.size();
        PostPurchaseRequest request = history.requests.get(which);
        if (repeat.withMember()) {
            List<Item> same = request.lines().stream()
                    .map(line -> new Item(
                            line.name(), line.category(), Long.parseLong(line.amount().amount()), line.quantity()))
                    .toList();
            request = Receipts.receipt(request.receiptNumber(), request.occurredAt(), history.members[0], same);
        }
        long before = balance(history.members[0]);
        PurchaseResponse again = post(request);
        assertThat(again.replayed()).isTrue();
        assertThat(again.purchaseId()).isEqualTo(history.purchases.get(which).purchaseId());
        if (!repeat.withMember()) {
            assertThat(balance(history.members[0])).isEqualTo(before);
        }
    }

    private static void refund(History history, Step.Refund refund) {
        if (history.purchases.isEmpty()) {
            return;
        }
        PurchaseResponse purchase = history.purchases.get(refund.which() % history.purchases.size());
        int position = 1 + refund.line() % purchase.lines().size();
        PostRefundRequest request = Receipts.refund(
                Receipts.number(), history.now, Receipts.of(purchase.purchaseId(), position, refund.quantity()));
        try {
            RefundResponse first = takeBack(request);
            RefundResponse again = takeBack(request);
            assertThat(again.replayed()).isTrue();
            assertThat(again.pointsTakenBack()).isEqualTo(first.pointsTakenBack());
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo(ProblemCode.REFUND_EXCEEDS_PURCHASE);
        }
    }

    private static RefundResponse takeBack(PostRefundRequest request) {
        return context.getBean(RefundPoster.class)
                .post(context.getBean(RefundReader.class).read(request, shop().till()))
                .answer();
    }

    private static void refundFirst(History history, Step.RefundFirst early) {
        String number = Receipts.number();
        UUID member = history.members[early.second() ? 1 : 0];
        PurchaseReferenceRequest reference =
                new PurchaseReferenceRequest(null, Receipts.date(history.now), "3", number, null);
        assertThat(takeBack(Receipts.refund(
                                Receipts.number(),
                                history.now,
                                new RefundLineRequest(null, reference, null, null, null)))
                        .state())
                .isEqualTo("waiting");
        long before = net(member);
        post(Receipts.receipt(number, history.now, member, Item.of(early.rupiah())));
        assertThat(net(member)).as("bought and given back").isEqualTo(before);
    }

    private static void use(History history, Step.Use use) {
        UUID member = history.members[use.second() ? 1 : 0];
        long points = balance(member) * use.percent() / 100;
        if (points > 0) {
            long left = context.getBean(PointsLedger.class)
                    .spend(member, points, shop().store().partnerId(), Receipts.number(), UUID.randomUUID());
            assertThat(left).isEqualTo(balance(member));
        }
    }

    private static TestShop shop() {
        return context.getBean(TestShop.class);
    }

    private static long balance(UUID member) {
        return context.getBean(PointsLedger.class).balance(member).available();
    }

    private static long net(UUID member) {
        Balance balance = context.getBean(PointsLedger.class).balance(member);
        return balance.available() + balance.pending() + balance.debt();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Boolean> second = Arbitraries.of(true, false);
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 50);
        Arbitrary<Long> rupiah = Arbitraries.longs().between(0, 400_000);
        Arbitrary<Step> buy = Combinators.combine(
                        second,
                        rupiah.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(0, 0, 3, 40, 200, 380, 700),
                        Arbitraries.of(false, false, false, true))
                .as(Step.Buy::new);
        Arbitrary<Step> open =
                Combinators.combine(second, Arbitraries.longs().between(1, 900)).as(Step.Open::new);
        Arbitrary<Step> repeat = Combinators.combine(index, second).as(Step.Repeat::new);
        Arbitrary<Step> refund = Combinators.combine(index, index, Arbitraries.of("1", "0.5", "2", "3"))
                .as(Step.Refund::new);
        Arbitrary<Step> early = Combinators.combine(second, rupiah).as(Step.RefundFirst::new);
        Arbitrary<Step> use = Combinators.combine(second, Arbitraries.integers().between(1, 100))
                .as(Step.Use::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, buy),
                        Tuple.of(1, open),
                        Tuple.of(2, repeat),
                        Tuple.of(4, refund),
                        Tuple.of(1, early),
                        Tuple.of(2, use))
                .list()
                .ofMinSize(3)
                .ofMaxSize(14);
    }
}
