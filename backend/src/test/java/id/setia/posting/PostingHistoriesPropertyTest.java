package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.points.Balance;
import id.setia.points.Grant;
import id.setia.points.LedgerProof;
import id.setia.points.MonthSum;
import id.setia.points.MonthSums;
import id.setia.points.PastBalances;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Promise;
import id.setia.points.Source;
import id.setia.points.Statements;
import id.setia.points.TimeKind;
import id.setia.points.TransactionKind;
import id.setia.posting.Receipts.Item;
import id.setia.program.Setting;
import id.setia.program.Settings;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.TenderKind;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestShop;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final Caller.SignedInStaff STAFF =
            new Caller.SignedInStaff(new UUID(6, 6), Set.of(Role.SERVICE_AGENT));
    private static final Caller.SignedInStaff ADMINISTRATOR =
            new Caller.SignedInStaff(new UUID(6, 7), Set.of(Role.ADMINISTRATOR));
    private static final Why WHY = new Why(CorrectionReason.WRONG_MEMBER, "uji");

    private static ApplicationContext context;

    @BeforeContainer
    static void start() {
        context = new TestContextBuilder().environments("test").start();
        context.getBean(TestShop.class).open();
        limitSpeed(new VelocityPolicy(3L, 1_000L, 0L, 0L, 0L, 0L));
    }

    @AfterContainer
    static void proveAll() {
        try (ApplicationContext ending = context) {
            limitSpeed(VelocityPolicy.NONE);
            assertThat(ending.getBean(Proof.class).now().promises()).allMatch(Promise::holds);
        }
    }

    private static void limitSpeed(VelocityPolicy policy) {
        Settings settings = context.getBean(Settings.class);
        Setting<VelocityPolicy> now =
                settings.read(VelocityPolicy.SETTING, VelocityPolicy.class, VelocityPolicy.NONE);
        settings.change(VelocityPolicy.SETTING, policy, now.version());
        Setting<ApprovalLimits> limits =
                settings.read(ApprovalLimits.SETTING, ApprovalLimits.class, ApprovalLimits.USUAL);
        Setting<MergePolicy> merging = settings.read(MergePolicy.SETTING, MergePolicy.class, MergePolicy.USUAL);
        settings.change(
                MergePolicy.SETTING,
                policy.equals(VelocityPolicy.NONE) ? MergePolicy.USUAL : new MergePolicy(1_000_000_000L),
                merging.version());
        RoleLimit wide = new RoleLimit("administrator", 1_000_000_000L, 1_000_000_000L);
        settings.change(
                ApprovalLimits.SETTING,
                policy.equals(VelocityPolicy.NONE)
                        ? ApprovalLimits.USUAL
                        : new ApprovalLimits(List.of(wide), ApprovalLimits.USUAL.approvers()),
                limits.version());
    }

    /** One step of a history; numbers choose among what there is. */
    sealed interface Step {
        record Buy(boolean second, List<Long> rupiah, int daysAgo, boolean unattached) implements Step {}

        record Open(boolean second, long points) implements Step {}

        record Repeat(int which, boolean withMember) implements Step {}

        record Refund(int which, int line, String quantity) implements Step {}

        record RefundFirst(boolean second, long rupiah) implements Step {}

        record Use(boolean second, int percent) implements Step {}

        record Hold(boolean second, int percent, int end, long rupiah) implements Step {}

        record Move(int which, boolean second) implements Step {}

        record Detach(int which) implements Step {}

        record Attach(int which, boolean second, boolean atTill) implements Step {}

        record Adjust(boolean second, long points, boolean mayOwe, int which, boolean linked) implements Step {}

        record Check(int which, boolean release) implements Step {}

        record Merge(boolean second) implements Step {}
    }

    private static final class History {
        final UUID[] members = {shop().member(), shop().member()};
        final List<PostPurchaseRequest> requests = new ArrayList<>();
        final List<PurchaseResponse> purchases = new ArrayList<>();
        final List<Told> told = new ArrayList<>();
        final Instant now = context.getBean(BusinessClock.class).now().minus(Duration.ofMinutes(5));

        /** Keeps what the members are told now, to ask for it again at the end. */
        void remember() {
            for (UUID member : members) {
                context.getBean(Statements.class).page(member, Optional.empty(), 1, Optional.empty()).items().stream()
                        .findFirst()
                        .ifPresent(last -> told.add(new Told(
                                member, last.recordedAt(), context.getBean(PointsLedger.class).balance(member))));
            }
        }
    }

    private record Told(UUID member, Instant recorded, Balance balance) {}

    /** A balance with its lots in no order. */
    private static List<Object> parts(Balance balance) {
        return List.of(
                balance.available(), balance.pending(), balance.held(), balance.debt(),
                balance.lots().stream().map(Balance.LotLeft::toString).sorted().toList());
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
                case Step.Hold hold -> hold(history, hold);
                case Step.Move move -> move(history, move);
                case Step.Detach detach -> detach(history, detach);
                case Step.Attach attach -> attach(history, attach);
                case Step.Adjust adjust -> adjust(history, adjust);
                case Step.Check check -> check(history, check);
                case Step.Merge merge -> merge(history, merge);
            }
            history.remember();
        }
        List<Promise> promises =
                context.getBean(LedgerProof.class).promises(List.of(history.members));
        assertThat(promises).hasSize(4).allMatch(Promise::holds);
        for (UUID member : history.members) {
            sumsFollowWhatIsTheirs(history, member);
            assertThat(parts(context.getBean(PastBalances.class)
                            .at(member, context.getBean(BusinessClock.class).now(), TimeKind.BUSINESS)))
                    .isEqualTo(parts(context.getBean(PointsLedger.class).balance(member)));
        }
        history.told.forEach(told -> {
            if (livesOnAs(told.member()).equals(told.member())) {
                assertThat(parts(context.getBean(PastBalances.class).at(told.member(), told.recorded(), TimeKind.RECORD)))
                        .as("as it was told then")
                        .isEqualTo(parts(told.balance()));
            }
        });
    }

    /** Month sums are those of the purchases that are the member's now. */
    private static void sumsFollowWhatIsTheirs(History history, UUID member) {
        MonthSum expected = MonthSum.NOTHING;
        Set<String> ids = history.purchases.stream().map(PurchaseResponse::purchaseId).collect(Collectors.toSet());
        for (String id : ids) {
            Purchase purchase = purchase(id);
            if (purchase.memberId().filter(owner -> livesOnAs(owner).equals(livesOnAs(member))).isPresent()) {
                Judgement standing = context.getBean(Judgements.class).read(purchase.standingGrants());
                assertThat(standing.points()).isEqualTo(purchase.points() - purchase.pointsTakenBack());
                assertThat(purchase.lines().stream().mapToLong(line -> line.points()).sum())
                        .isLessThanOrEqualTo(standing.points());
                expected = expected.plus(new MonthSum(standing.base(), 1, standing.points()));
            }
        }
        MonthSums sums = context.getBean(PointsLedger.class).monthSums(livesOnAs(member));
        MonthSum found = MonthSum.NOTHING;
        for (int months = 0; months < 36; months++) {
            found = found.plus(sums.in(YearMonth.from(Receipts.date(history.now)).minusMonths(months)));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static UUID livesOnAs(UUID member) {
        return context.getBean(MemberRegistry.class).livesOnAs(member);
    }

    /** From then on both ids stand for one member, and both go on being used. */
    private static void merge(History history, Step.Merge merge) {
        UUID merged = history.members[merge.second() ? 1 : 0];
        UUID survivor = history.members[merge.second() ? 0 : 1];
        MergeOrder order = new MergeOrder(merged, survivor, "uji");
        MemberMerger merger = context.getBean(MemberMerger.class);
        allowing(Set.of(ProblemCode.VALIDATION_FAILED), () -> {
            long before = net(merged) + net(survivor);
            Optional<String> key = Optional.of(Receipts.number());
            Correction made = merger.merge(ADMINISTRATOR, key, order).correction().orElseThrow();
            assertThat(net(survivor)).as("nothing comes or goes").isEqualTo(before).isEqualTo(net(merged));
            assertThat(merger.merge(ADMINISTRATOR, key, order).correction()).contains(made);
            Balance balance = context.getBean(PointsLedger.class).balance(survivor);
            assertThat(balance.debt() < 0 && balance.available() > 0).as("debts are paid at once").isFalse();
        });
    }

    private static Purchase purchase(String id) {
        return context.getBean(Purchases.class).find(PublicId.PURCHASE.parse(id).orElseThrow()).orElseThrow();
    }

    private static UUID id(History history, int which) {
        return PublicId.PURCHASE
                .parse(history.purchases.get(which % history.purchases.size()).purchaseId())
                .orElseThrow();
    }

    private static void move(History history, Step.Move move) {
        if (history.purchases.isEmpty()) {
            return;
        }
        MemberReference to = MemberReference.memberId(history.members[move.second() ? 1 : 0]);
        PurchaseMoves moves = context.getBean(PurchaseMoves.class);
        allowing(Set.of(ProblemCode.PURCHASE_NOT_ATTACHED, ProblemCode.PURCHASE_ALREADY_THERE), () -> {
            UUID purchase = id(history, move.which());
            List<MemberEffect> preview = moves.preview(STAFF, purchase, Optional.of(to));
            Optional<String> key = Optional.of(Receipts.number());
            Correction moved = moves.move(STAFF, key, purchase, to, WHY);
            preview.forEach(effect -> assertThat(balance(effect.memberId()))
                    .as("as it was foretold, but for what lapsed at once")
                    .isLessThanOrEqualTo(effect.after().available()));
            assertThat(moves.move(STAFF, key, purchase, to, WHY)).isEqualTo(moved);
        });
    }

    private static void detach(History history, Step.Detach detach) {
        if (!history.purchases.isEmpty()) {
            allowing(Set.of(ProblemCode.PURCHASE_NOT_ATTACHED), () -> context.getBean(PurchaseMoves.class)
                    .detach(STAFF, Optional.of(Receipts.number()), id(history, detach.which()), WHY));
        }
    }

    private static void attach(History history, Step.Attach attach) {
        if (!history.purchases.isEmpty()) {
            MemberReference to = MemberReference.memberId(history.members[attach.second() ? 1 : 0]);
            allowing(
                    Set.of(ProblemCode.PURCHASE_ALREADY_ATTACHED, ProblemCode.ATTACH_WINDOW_CLOSED),
                    () -> context.getBean(Attachments.class)
                            .attach(attach.atTill() ? shop().till() : STAFF, id(history, attach.which()), to, WHY));
        }
    }

    private static void adjust(History history, Step.Adjust adjust) {
        boolean linked = adjust.linked() && !history.purchases.isEmpty();
        Adjustment order = new Adjustment(
                livesOnAs(history.members[adjust.second() ? 1 : 0]),
                adjust.points(),
                CorrectionReason.CORRECTION,
                "uji",
                1,
                shop().store().partnerId(),
                linked ? id(history, adjust.which()) : null,
                adjust.mayOwe());
        allowing(
                Set.of(
                        ProblemCode.INSUFFICIENT_POINTS,
                        ProblemCode.ADJUSTMENT_EXCEEDS_PURCHASE,
                        ProblemCode.PURCHASE_NOT_FOUND),
                () -> {
                    long before = net(order.memberId());
                    Optional<String> key = Optional.of(Receipts.number());
                    ManualPoints manual = context.getBean(ManualPoints.class);
                    assertThat(manual.adjust(ADMINISTRATOR, key, order).correction()).isPresent();
                    assertThat(net(order.memberId())).isEqualTo(before + order.points() + lapsedBack(order));
                    manual.adjust(ADMINISTRATOR, key, order);
                    assertThat(net(order.memberId())).isEqualTo(before + order.points() + lapsedBack(order));
                });
    }

    /** Points of a purchase that lapsed unspent are taken from what lapsed, and not from the member. */
    private static long lapsedBack(Adjustment order) {
        return order.points() > 0 || order.purchaseId() == null
                ? 0
                : context.getBean(Transactions.class).read(connection -> {
                    try (var select = connection.prepareStatement("""
                            SELECT COALESCE(SUM(-m.points), 0) AS points
                            FROM lot_movement m
                            JOIN ledger_transaction t ON t.member_id = m.member_id AND t.id = m.transaction_id
                            WHERE m.member_id = ? AND m.state = 'lapsed' AND m.points < 0 AND t.kind = 'adjustment'
                              AND t.recorded_at = (
                                SELECT MAX(recorded_at)
                                FROM ledger_transaction
                                WHERE member_id = m.member_id)""")) {
                        select.setBytes(1, UuidBytes.of(order.memberId()));
                        try (var row = select.executeQuery()) {
                            row.next();
                            return row.getLong("points");
                        }
                    }
                });
    }

    private static void check(History history, Step.Check check) {
        List<PointsReview> open = context.getBean(ReviewRows.class).in(ReviewState.OPEN, Optional.empty(), 1_000).stream()
                .filter(review -> List.of(history.members).contains(review.memberId()))
                .toList();
        if (!open.isEmpty()) {
            PointsReview review = open.get(check.which() % open.size());
            ReviewState decision = check.release() ? ReviewState.RELEASED : ReviewState.WITHDRAWN;
            PointsReviews reviews = context.getBean(PointsReviews.class);
            assertThat(reviews.decide(STAFF, review.id(), decision, "uji"))
                    .isEqualTo(reviews.decide(STAFF, review.id(), decision, "sekali lagi"));
        }
    }

    private static void allowing(Set<ProblemCode> codes, Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            assertThat(codes).contains(problem.code());
        }
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
                .post(new NewPurchase(
                        read.receipt(), read.member(), isOld(request.occurredAt()), read.warnings()))
                .answer();
    }

    private static boolean isOld(Instant at) {
        return at.isBefore(context.getBean(BusinessClock.class).now().minus(Duration.ofDays(2)));
    }

    /** Sets points aside and lets a purchase use them, uses a part, lets them go, or leaves them. */
    private static void hold(History history, Step.Hold step) {
        UUID known = history.members[step.second() ? 1 : 0];
        UUID member = context.getBean(MemberRegistry.class).members(List.of(known)).get(known).id();
        long some = balance(member) * step.percent() / 100;
        if (some == 0) {
            return;
        }
        Holds holds = context.getBean(Holds.class);
        HoldOrder order = new HoldOrder(
                member, some, HoldPurpose.PAYMENT, Optional.empty(), shop().store().partnerId(), Optional.empty(),
                shop().till().clientId(), 900);
        Optional<String> key = Optional.of(Receipts.number());
        Hold hold = holds.create(new Caller.SignedInMember(member, Instant.MAX), key, order, Optional.empty());
        assertThat(holds.create(new Caller.SignedInMember(member, Instant.MAX), key, order, Optional.empty())).isEqualTo(hold);
        switch (step.end()) {
            case 0 -> assertThat(holds.cancel(hold)).isEqualTo(holds.cancel(hold));
            case 1 -> {
                OptionalLong half = OptionalLong.of((some + 1) / 2);
                assertThat(holds.confirm(hold, half)).isEqualTo(holds.confirm(hold, half));
            }
            case 2 -> assertThat(holds.find(hold.id()).orElseThrow().state()).isEqualTo(HoldState.OPEN);
            default -> pay(history, step, hold, member);
        }
    }

    private static void pay(History history, Step.Hold step, Hold hold, UUID member) {
        long paid = hold.points() * 10;
        long more = step.rupiah();
        PostPurchaseRequest plain = Receipts.receipt(
                Receipts.number(), history.now, member, List.of(Item.of(paid), Item.fresh(more).times("3")));
        PostPurchaseRequest request = Receipts.paid(
                plain,
                List.of(
                        new TenderRequest(TenderKind.POINTS, Receipts.rupiah(paid), PublicId.HOLD.format(hold.id())),
                        new TenderRequest(TenderKind.CASH, Receipts.rupiah(more))));
        PurchaseResponse answer = post(request);
        assertThat(answer.pointsUsed()).isEqualTo(hold.points());
        history.requests.add(request);
        history.purchases.add(answer);
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
        PostPurchaseRequest bought = Receipts.receipt(number, history.now, member, Item.of(early.rupiah()));
        history.requests.add(bought);
        history.purchases.add(post(bought));
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
        Arbitrary<Step> hold = Combinators.combine(
                        second, Arbitraries.integers().between(1, 100), Arbitraries.of(0, 1, 2, 3, 3, 3), rupiah)
                .as(Step.Hold::new);
        Arbitrary<Step> move = Combinators.combine(index, second).as(Step.Move::new);
        Arbitrary<Step> detach = index.map(Step.Detach::new);
        Arbitrary<Step> attach = Combinators.combine(index, second, second).as(Step.Attach::new);
        Arbitrary<Step> adjust = Combinators.combine(
                        second,
                        Arbitraries.of(-400L, -120L, -30L, -1L, 1L, 55L, 300L),
                        second,
                        index,
                        second)
                .as(Step.Adjust::new);
        Arbitrary<Step> check = Combinators.combine(index, second).as(Step.Check::new);
        Arbitrary<Step> merge = second.map(Step.Merge::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, buy),
                        Tuple.of(1, open),
                        Tuple.of(2, repeat),
                        Tuple.of(4, refund),
                        Tuple.of(1, early),
                        Tuple.of(2, use),
                        Tuple.of(3, hold),
                        Tuple.of(2, move),
                        Tuple.of(1, detach),
                        Tuple.of(1, attach),
                        Tuple.of(2, adjust),
                        Tuple.of(1, check),
                        Tuple.of(1, merge))
                .list()
                .ofMinSize(3)
                .ofMaxSize(16);
    }
}
