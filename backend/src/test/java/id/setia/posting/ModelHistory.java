package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.ExplanationItem;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MemberReference;
import id.setia.points.Balance;
import id.setia.points.CoinBox;
import id.setia.points.CoinBox.Coin;
import id.setia.points.CoinBox.Pile;
import id.setia.points.CoinBox.Place;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.points.Promise;
import id.setia.posting.Receipts.Item;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.TenderKind;
import id.setia.testing.TestShop;
import id.setia.tiers.Standings;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One history, played through the doors of the shop and in its {@link ShopModel}; after each step both must agree. */
final class ModelHistory {

    private static final Caller.SignedInStaff STAFF =
            new Caller.SignedInStaff(new UUID(6, 16), Set.of(Role.SERVICE_AGENT));
    private static final Why WHY = new Why(CorrectionReason.WRONG_MEMBER, "uji");
    private static final List<String> TIERS = List.of("red", "gold", "priority");
    private static final List<Integer> DAYS_AGO = List.of(0, 0, 0, 3, 12, 25, 29, 45, 200, 380);
    private static final int ALWAYS_OPEN = 14;
    private static final int LATE = 30;

    private final ApplicationContext context;
    private final Random random;
    private final TestShop shop;
    private final Instant now;
    private final Map<String, ModelRule> rules;
    private final String coffee;
    private final ShopModel model;
    private final UUID[] ids;
    private final List<PostPurchaseRequest> requests = new ArrayList<>();
    private final List<UUID> purchases = new ArrayList<>();
    private final List<Aside> open = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private int survivor = -1;

    /** Points set aside, there and here. */
    private record Aside(UUID hold, int member, List<Coin> coins) {}

    ModelHistory(ApplicationContext context, Random random, Map<ModelRule, UUID> funders, String coffee) {
        this.context = context;
        this.random = random;
        this.shop = context.getBean(TestShop.class);
        this.now = context.getBean(BusinessClock.class).now().minus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MILLIS);
        this.rules = Map.of("uji-base", ModelRule.BASE, "uji-double", ModelRule.FRESH, coffee, ModelRule.COFFEE);
        this.coffee = coffee;
        this.model = new ShopModel(context.getBean(BusinessClock.class).now(), funders);
        this.ids = new UUID[] {shop.member(), shop.member()};
    }

    void play(int many) {
        int merging = random.nextInt(2) == 0 ? many / 2 + random.nextInt(many / 2) : -1;
        for (int step = 0; step < many; step++) {
            if (step == merging) {
                merge();
            } else {
                step();
            }
            model.settle();
            compare(step == many - 1 || random.nextInt(3) == 0);
        }
        end();
    }

    private void step() {
        int kind = random.nextInt(24);
        if (model.sales.isEmpty() || kind < 6) {
            buy();
        } else if (kind < 9) {
            pay();
        } else if (kind < 11) {
            hold();
        } else if (kind < 13) {
            endHold();
        } else if (kind < 17) {
            refund();
        } else if (kind < 19) {
            repeat();
        } else if (kind < 21) {
            move();
        } else if (kind < 22) {
            detach();
        } else {
            attach();
        }
    }

    private void did(String step, Object... details) {
        steps.add(step.formatted(details));
    }

    private ModelMember member(int which) {
        return model.members.get(which);
    }

    /** Who the member is now: themselves, or whom they were merged into. */
    private UUID living(int which) {
        return survivor < 0 ? ids[which] : ids[survivor];
    }

    private int anybody() {
        return random.nextInt(2);
    }

    private ModelSale anySale() {
        return model.sales.get(random.nextInt(model.sales.size()));
    }

    private UUID id(ModelSale sale) {
        return purchases.get(model.sales.indexOf(sale));
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days)).plusMillis(steps.size());
    }

    private List<ModelLine> lines() {
        List<ModelLine> lines = new ArrayList<>();
        int many = 1 + random.nextInt(4);
        while (lines.size() < many) {
            long rupiah = switch (random.nextInt(16)) {
                case 0 -> 0;
                case 1 -> 2_000_000 + random.nextInt(5_000_000);
                default -> random.nextInt(300_000);
            };
            lines.add(new ModelLine(
                    lines.size() + 1,
                    ModelLine.Kind.values()[random.nextInt(3)],
                    rupiah * 100,
                    new BigDecimal(List.of("1", "2", "3", "2.5").get(random.nextInt(4)))));
        }
        return lines;
    }

    private Item item(ModelLine line) {
        String category = switch (line.kind) {
            case PLAIN -> null;
            case FRESH -> TestShop.DOUBLE + " > Sayur";
            case COFFEE -> coffee + " > Robusta";
        };
        return new Item("Barang", category, line.amount / 100, line.quantity.toPlainString());
    }

    private void buy() {
        Optional<Integer> buyer = random.nextInt(6) == 0 ? Optional.empty() : Optional.of(anybody());
        int days = DAYS_AGO.get(random.nextInt(DAYS_AGO.size()));
        boolean imported = days > LATE && random.nextBoolean();
        List<ModelLine> lines = lines();
        ModelSale sale = new ModelSale(ago(days), lines, 0, 0);
        did("buy %s, %d days ago, imported %s, %s", buyer, days, imported, lines);
        PostPurchaseRequest request = Receipts.receipt(
                Receipts.number(), sale.at, buyer.map(which -> ids[which]).orElse(null),
                lines.stream().map(this::item).toList());
        PurchaseResponse answer = post(request, imported);
        add(sale, request, answer);
        buyer.filter(which -> days <= LATE || imported)
                .ifPresent(which -> model.attach(sale, member(which), !imported));
        told(sale, answer);
    }

    private void add(ModelSale sale, PostPurchaseRequest request, PurchaseResponse answer) {
        model.sales.add(sale);
        requests.add(request);
        purchases.add(PublicId.PURCHASE.parse(answer.purchaseId()).orElseThrow());
    }

    private PurchaseResponse post(PostPurchaseRequest request, boolean imported) {
        NewPurchase read = context.getBean(ReceiptReader.class).read(request, shop.till());
        return context.getBean(PurchasePoster.class)
                .post(new NewPurchase(read.receipt(), read.member(), imported, read.warnings()))
                .answer();
    }

    /** Points set aside at once, or some that are. */
    private Optional<Aside> aside() {
        if (!open.isEmpty() && random.nextBoolean()) {
            return Optional.of(open.remove(random.nextInt(open.size())));
        }
        hold();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.removeLast());
    }

    private void pay() {
        Optional<Aside> found = aside();
        if (found.isEmpty()) {
            return;
        }
        Aside aside = found.get();
        List<ModelLine> lines = lines();
        long rupiah = lines.stream().mapToLong(line -> line.amount / 100).sum();
        int most = (int) Math.min(aside.coins().size(), rupiah / 10);
        if (most == 0) {
            open.add(aside);
            return;
        }
        int points = random.nextInt(3) == 0 ? most : 1 + random.nextInt(most);
        ModelSale sale = new ModelSale(ago(DAYS_AGO.get(random.nextInt(7))), lines, points, points * 1_000L);
        boolean shown = random.nextBoolean();
        did("pay %s with %d of %d points, shown %s, %s", aside.member(), points, aside.coins().size(), shown, lines);
        PostPurchaseRequest request = Receipts.paid(
                Receipts.receipt(
                        Receipts.number(), sale.at, shown ? ids[aside.member()] : null,
                        lines.stream().map(this::item).toList()),
                List.of(
                        new TenderRequest(TenderKind.POINTS, Receipts.rupiah(points * 10L), PublicId.HOLD.format(aside.hold())),
                        new TenderRequest(TenderKind.CASH, Receipts.rupiah(rupiah - points * 10L))));
        PurchaseResponse answer = post(request, false);
        add(sale, request, answer);
        model.attach(sale, member(aside.member()), true);
        model.pay(sale, member(aside.member()), aside.coins(), points);
        assertThat(answer.warnings()).as(this::text).isEmpty();
        assertThat(answer.pointsUsed()).as(this::text).isEqualTo(points);
        told(sale, answer);
    }

    private void hold() {
        int which = anybody();
        long available = member(which).box.count(Place.AVAILABLE);
        long points = random.nextInt(8) == 0 ? available + 1 : (long) Math.ceil(available * random.nextDouble());
        if (points == 0) {
            return;
        }
        did("hold %d of %d points of %d", points, available, which);
        HoldOrder order = new HoldOrder(
                living(which), points, HoldPurpose.PAYMENT, Optional.empty(), shop.store().partnerId(), Optional.empty(),
                shop.till().clientId(), 900);
        Caller member = new Caller.SignedInMember(living(which), Instant.MAX);
        Optional<String> key = Optional.of(Receipts.number());
        Holds holds = context.getBean(Holds.class);
        Supplier<Hold> create = () -> holds.create(member, key, order, Optional.empty());
        Optional<ProblemCode> refused =
                points > available ? Optional.of(ProblemCode.INSUFFICIENT_POINTS) : Optional.empty();
        either(refused, create).ifPresent(hold -> {
            again(create, hold);
            open.add(new Aside(hold.id(), which, member(which).box.hold(points)));
        });
    }

    private void endHold() {
        if (open.isEmpty()) {
            return;
        }
        Aside aside = open.remove(random.nextInt(open.size()));
        CoinBox box = member(aside.member()).box;
        Holds holds = context.getBean(Holds.class);
        Hold hold = holds.find(aside.hold()).orElseThrow();
        int used = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(aside.coins().size());
        did("end hold of %d with %d of %d points", aside.member(), used, aside.coins().size());
        if (used == 0) {
            again(() -> holds.cancel(hold), holds.cancel(hold));
            box.letGo(aside.coins(), now);
        } else {
            again(() -> holds.confirm(hold, OptionalLong.of(used)), holds.confirm(hold, OptionalLong.of(used)));
            box.confirm(aside.coins(), used, now);
        }
    }

    private void refund() {
        ModelSale sale = anySale();
        Optional<Integer> line =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextInt(sale.lines.size()));
        Optional<BigDecimal> pieces = line.isEmpty() || random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(List.of("1", "0.5", "2").get(random.nextInt(3))));
        did("refund line %s of %d, pieces %s", line, model.sales.indexOf(sale), pieces);
        PostRefundRequest request = Receipts.refund(
                Receipts.number(),
                now,
                Receipts.of(
                        PublicId.PURCHASE.format(id(sale)), line.map(place -> place + 1).orElse(null),
                        pieces.map(BigDecimal::toPlainString).orElse(null)));
        either(model.objection(sale, line, pieces), () -> takeBack(request)).ifPresent(answer -> {
            ShopModel.Refunded refunded = model.refund(sale, line, pieces);
            assertThat(answer.pointsTakenBack()).as(this::text).isEqualTo(ModelSale.sum(refunded.taken()));
            assertThat(answer.pointsGivenBack()).as(this::text).isEqualTo(refunded.givenBack());
            assertThat(answer.debtAdded()).as(this::text).isEqualTo(refunded.debt());
            Map<ModelRule, Long> taken = new HashMap<>();
            refunded.taken().forEach((rule, points) -> taken.put(rule, -points));
            assertThat(byRule(answer.explanation())).as(this::text).isEqualTo(something(taken));
            again(() -> takeBack(request).pointsTakenBack(), answer.pointsTakenBack());
            stands(sale);
        });
    }

    private RefundResponse takeBack(PostRefundRequest request) {
        return context.getBean(RefundPoster.class)
                .post(context.getBean(RefundReader.class).read(request, shop.till()))
                .answer();
    }

    private void repeat() {
        ModelSale sale = anySale();
        int place = model.sales.indexOf(sale);
        boolean asItWas = random.nextBoolean();
        int shown = anybody();
        did("repeat %d, %s", place, asItWas ? "as it was" : "shown " + shown);
        PostPurchaseRequest request = requests.get(place);
        PurchaseResponse answer = post(asItWas ? request : Receipts.of(ids[shown], request), false);
        if (!asItWas && sale.owner.isEmpty() && !sale.wasSomebodys && isOpen(sale)) {
            model.attach(sale, member(shown), true);
        }
        assertThat(answer.replayed()).as(this::text).isTrue();
        told(sale, answer);
    }

    private boolean isOpen(ModelSale sale) {
        return sale.at.isAfter(now.minus(Duration.ofDays(ALWAYS_OPEN)));
    }

    private void move() {
        ModelSale sale = anySale();
        int to = anybody();
        did("move %d to %d", model.sales.indexOf(sale), to);
        Optional<ProblemCode> refused = sale.owner.isEmpty()
                ? Optional.of(ProblemCode.PURCHASE_NOT_ATTACHED)
                : sale.owner.get() == member(to) ? Optional.of(ProblemCode.PURCHASE_ALREADY_THERE) : Optional.empty();
        Optional<String> key = Optional.of(Receipts.number());
        Supplier<Correction> move = () -> context.getBean(PurchaseMoves.class)
                .move(STAFF, key, id(sale), MemberReference.memberId(ids[to]), WHY);
        either(refused, move).ifPresent(moved -> {
            assertThat(moved.points()).as(this::text).isEqualTo(-sale.points());
            assertThat(moved.debt()).as(this::text).isEqualTo(model.detach(sale));
            model.attach(sale, member(to), true);
            again(move, moved);
            stands(sale);
        });
    }

    private void detach() {
        ModelSale sale = anySale();
        did("detach %d", model.sales.indexOf(sale));
        Optional<ProblemCode> refused =
                sale.owner.isEmpty() ? Optional.of(ProblemCode.PURCHASE_NOT_ATTACHED) : Optional.empty();
        either(refused, () -> context.getBean(PurchaseMoves.class)
                        .detach(STAFF, Optional.of(Receipts.number()), id(sale), WHY))
                .ifPresent(detached -> {
                    assertThat(detached.points()).as(this::text).isEqualTo(-sale.points());
                    assertThat(detached.debt()).as(this::text).isEqualTo(model.detach(sale));
                    stands(sale);
                });
    }

    private void attach() {
        List<ModelSale> free = model.sales.stream().filter(sale -> sale.owner.isEmpty()).toList();
        ModelSale sale = free.isEmpty() ? anySale() : free.get(random.nextInt(free.size()));
        int to = anybody();
        boolean atTill = random.nextInt(3) == 0;
        did("attach %d to %d, at till %s", model.sales.indexOf(sale), to, atTill);
        boolean same = sale.owner.filter(owner -> owner == member(to)).isPresent();
        Optional<ProblemCode> refused = Optional.empty();
        if (sale.owner.isPresent() && !same) {
            refused = Optional.of(ProblemCode.PURCHASE_ALREADY_ATTACHED);
        } else if (!same && atTill && !isOpen(sale)) {
            refused = Optional.of(ProblemCode.ATTACH_WINDOW_CLOSED);
        }
        Caller by = atTill ? shop.till() : STAFF;
        either(refused, () -> context.getBean(Attachments.class)
                        .attach(by, id(sale), MemberReference.memberId(ids[to]), WHY))
                .ifPresent(posted -> {
                    if (!same) {
                        model.attach(sale, member(to), true);
                    }
                    told(sale, posted.answer());
                });
    }

    private void merge() {
        int merged = anybody();
        did("merge %d into the other", merged);
        context.getBean(MemberMerger.class)
                .merge(STAFF, Optional.of(Receipts.number()), new MergeOrder(ids[merged], ids[1 - merged], "uji"))
                .correction()
                .orElseThrow();
        model.merge(member(merged), member(1 - merged));
        survivor = 1 - merged;
    }

    /** What an act answers, or nothing where it is refused, as it must be then. */
    private <T> Optional<T> either(Optional<ProblemCode> refused, Supplier<T> act) {
        try {
            T answer = act.get();
            assertThat(refused).as(this::text).isEmpty();
            return Optional.of(answer);
        } catch (Problem problem) {
            assertThat(Optional.of(problem.code())).as(this::text).isEqualTo(refused);
            return Optional.empty();
        }
    }

    /** Some of the acts are sent again; they answer the same and do nothing more. */
    private <T> void again(Supplier<T> act, T answer) {
        if (random.nextInt(3) == 0) {
            assertThat(act.get()).as(this::text).isEqualTo(answer);
        }
    }

    private void told(ModelSale sale, PurchaseResponse answer) {
        assertThat(answer.pointsEarned()).as(this::text).isEqualTo(ModelSale.sum(sale.told));
        assertThat(byRule(answer.explanation())).as(this::text).isEqualTo(something(sale.told));
        stands(sale);
    }

    /** The purchase as it stands now. */
    private void stands(ModelSale sale) {
        Purchase purchase = context.getBean(Purchases.class).find(id(sale)).orElseThrow();
        PurchaseResponse found = context.getBean(PurchaseAnswers.class).of(purchase);
        assertThat(purchase.memberId().isPresent()).as(this::text).isEqualTo(sale.owner.isPresent());
        assertThat(found.pointsEarned()).as(this::text).isEqualTo(ModelSale.sum(sale.gave));
        assertThat(found.pointsEarned() - found.pointsTakenBack()).as(this::text).isEqualTo(sale.points());
        assertThat(byRule(found.explanation())).as(this::text).isEqualTo(something(sale.stands));
        assertThat(purchase.lines().stream().mapToLong(line -> line.points()).sum()).as(this::text).isEqualTo(sale.points());
    }

    private Map<ModelRule, Long> byRule(List<ExplanationItem> explanation) {
        Map<ModelRule, Long> points = new HashMap<>();
        explanation.stream()
                .filter(item -> item.points() != 0)
                .forEach(item -> points.put(rules.get(item.name().en()), item.points()));
        return points;
    }

    private static Map<ModelRule, Long> something(Map<ModelRule, Long> points) {
        Map<ModelRule, Long> some = new HashMap<>(points);
        some.values().removeIf(none -> none == 0);
        return some;
    }

    private List<Integer> distinct() {
        return survivor < 0 ? List.of(0, 1) : List.of(survivor);
    }

    private void compare(boolean settled) {
        for (int which = 0; which < ids.length; which++) {
            CoinBox box = member(which).box;
            Balance balance = context.getBean(PointsLedger.class).balance(ids[which]);
            assertThat(List.of(balance.available(), balance.pending(), balance.held(), -balance.debt()))
                    .as(this::text)
                    .isEqualTo(List.of(
                            box.count(Place.AVAILABLE), box.count(Place.PENDING), box.count(Place.HELD), box.debt()));
        }
        if (settled) {
            distinct().forEach(which -> {
                settle(living(which));
                assertThat(lots(living(which))).as(this::text).isEqualTo(piles(member(which).box));
                assertThat(debts(living(which))).as(this::text).isEqualTo(member(which).box.owed());
                assertThat(tier(living(which))).as(this::text).isEqualTo(TIERS.get(member(which).tier));
            });
        }
    }

    private String tier(UUID member) {
        return context.getBean(Standings.class)
                .histories(List.of(member))
                .get(member)
                .tierAt(context.getBean(BusinessClock.class).now())
                .code();
    }

    /** Lets the ledger write what is due. */
    private void settle(UUID member) {
        context.getBean(PointsLedger.class).post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            return member;
        });
    }

    private static Map<Pile, Long> piles(CoinBox box) {
        Map<Pile, Long> piles = new HashMap<>(box.piles());
        piles.keySet().removeIf(pile -> switch (pile.place()) {
            case AVAILABLE, PENDING, HELD -> false;
            case LAPSED, ADJUSTED, GONE, USED -> true;
        });
        return piles;
    }

    private Map<Pile, Long> lots(UUID member) {
        Map<Pile, Long> piles = new HashMap<>();
        rows(
                """
                SELECT funder_id, expires_at, available, pending, held
                FROM points_lot
                WHERE member_id = ?""",
                member,
                row -> {
                    for (Place place : List.of(Place.AVAILABLE, Place.PENDING, Place.HELD)) {
                        Optional<Instant> expiry = Optional.ofNullable(Sql.instant(row, "expires_at"));
                        Pile pile = new Pile(Sql.id(row, "funder_id"), expiry, place);
                        piles.merge(pile, row.getLong(place.name().toLowerCase(Locale.ROOT)), Long::sum);
                    }
                });
        piles.values().removeIf(points -> points == 0);
        return piles;
    }

    private Map<UUID, Long> debts(UUID member) {
        Map<UUID, Long> debts = new HashMap<>();
        rows(
                """
                SELECT funder_id, points
                FROM points_debt
                WHERE member_id = ?""",
                member,
                row -> debts.put(Sql.id(row, "funder_id"), -row.getLong("points")));
        debts.values().removeIf(points -> points == 0);
        return debts;
    }

    @FunctionalInterface
    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private void rows(String query, UUID member, Reading reading) {
        context.getBean(Transactions.class).read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setBytes(1, UuidBytes.of(member));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reading.of(row);
                    }
                }
            }
            return member;
        });
    }

    private void end() {
        for (int which : distinct()) {
            YearMonth month = YearMonth.from(Receipts.date(now));
            for (int back = 0; back < 15; back++) {
                assertThat(context.getBean(PointsLedger.class).monthSums(living(which)).in(month.minusMonths(back)))
                        .as(this::text)
                        .isEqualTo(model.sum(member(which), month.minusMonths(back)));
            }
        }
        assertThat(context.getBean(LedgerProof.class).promises(List.of(ids))).as(this::text).allMatch(Promise::holds);
    }

    private String text() {
        return String.join("\n", steps);
    }
}
