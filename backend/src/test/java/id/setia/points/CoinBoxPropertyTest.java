package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.CoinBox.Coin;
import id.setia.points.CoinBox.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random histories of fifty steps: after each, the ledger has lot by lot what a box of coins has. */
class CoinBoxPropertyTest {

    private static final Instant START = Instant.parse("2025-01-15T03:00:00Z");
    private static final List<UUID> FUNDERS = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
    private static final UUID HONOURING = new UUID(8, 1);

    enum Act {
        EARN,
        OPEN,
        ADD,
        USE,
        HOLD,
        CONFIRM,
        LET_GO,
        GIVE_BACK,
        TAKE_BACK,
        TAKE,
        CHECK,
        FORFEIT,
        WAIT
    }

    /**
     * One step; the numbers choose among what there is.
     *
     * @param share from 0 to 100
     */
    record Step(Act act, int which, int share, List<Integer> points) {}

    private static final class Hold {
        final UUID id = UUID.randomUUID();
        SetAside lots;
        List<Coin> coins;
    }

    /** The ledger and the box side by side. */
    private static final class Both {
        final LedgerModel ledger = new LedgerModel();
        final CoinBox box = new CoinBox();
        final List<UUID> sources = new ArrayList<>();
        final List<Hold> open = new ArrayList<>();
        final List<Hold> used = new ArrayList<>();
        Instant now = START;
    }

    @Property(tries = 2_000)
    void the_ledger_does_what_a_box_of_coins_does(@ForAll("histories") List<Step> steps) {
        Both both = new Both();
        for (Step step : steps) {
            both.now = both.now.plus(Duration.ofMinutes(1));
            if (step.act() == Act.WAIT) {
                both.now = both.now.plus(Duration.ofDays(step.which()));
            }
            both.ledger.act(both.now, ledger -> {});
            both.box.wait(both.now);
            act(both, step);
            compare(both, step);
        }
    }

    private static void act(Both both, Step step) {
        switch (step.act()) {
            case EARN -> earn(both, step);
            case OPEN -> open(both, step);
            case ADD -> add(both, step);
            case USE -> use(both, step);
            case HOLD -> hold(both, step);
            case CONFIRM -> confirm(both, step);
            case LET_GO -> letGo(both, step);
            case GIVE_BACK -> giveBack(both, step);
            case TAKE_BACK -> takeBack(both, step);
            case TAKE -> take(both, step);
            case CHECK -> check(both, step);
            case FORFEIT -> forfeit(both);
            case WAIT -> {}
        }
    }

    private static Posting posting(Both both, TransactionKind kind, UUID source) {
        return new Posting("test:" + UUID.randomUUID(), kind, new Source("test", source), both.now, "{}");
    }

    private static Grant grant(Both both, Step step, int place) {
        int choice = step.which() + place;
        int days = choice % 5 * 20;
        return new Grant(
                step.points().get(place),
                FUNDERS.get(choice % FUNDERS.size()),
                days == 0 ? Optional.empty() : Optional.of(both.now.plus(Duration.ofDays(days))),
                choice % 4 == 1 ? Optional.of(both.now.plus(Duration.ofDays(choice % 30))) : Optional.empty(),
                choice % 7 == 2);
    }

    private static void earn(Both both, Step step) {
        UUID source = UUID.randomUUID();
        both.sources.add(source);
        List<Grant> grants = new ArrayList<>();
        for (int place = 0; place < step.points().size(); place++) {
            grants.add(grant(both, step, place));
        }
        both.ledger.act(both.now, ledger -> ledger.earn(posting(both, TransactionKind.PURCHASE, source), grants));
        grants.forEach(grant -> both.box.give(LedgerAccount.ISSUED, source, both.now, grant));
    }

    private static void open(Both both, Step step) {
        UUID source = UUID.randomUUID();
        Grant grant = grant(both, step, 0);
        both.ledger.act(both.now, ledger -> ledger.open(posting(both, TransactionKind.OPENING, source), grant));
        both.box.give(LedgerAccount.OPENING, source, both.now, grant);
    }

    private static void add(Both both, Step step) {
        UUID source = UUID.randomUUID();
        Grant grant = grant(both, step, 0);
        both.ledger.act(both.now, ledger -> ledger.add(posting(both, TransactionKind.ADJUSTMENT, source), grant));
        both.box.give(LedgerAccount.ADJUSTED, source, both.now, grant);
    }

    private static long share(Both both, Step step) {
        return both.box.count(Place.AVAILABLE) * step.share() / 100;
    }

    private static void use(Both both, Step step) {
        long points = share(both, step);
        if (points > 0) {
            both.ledger.act(
                    both.now,
                    ledger -> ledger.spend(posting(both, TransactionKind.SPEND, UUID.randomUUID()), points, HONOURING));
            both.box.use(points);
        }
    }

    private static void hold(Both both, Step step) {
        long points = share(both, step);
        if (points > 0) {
            Hold hold = new Hold();
            both.ledger.act(
                    both.now,
                    ledger -> hold.lots = ledger.hold(posting(both, TransactionKind.HOLD, hold.id), points).lots());
            hold.coins = both.box.hold(points);
            both.open.add(hold);
        }
    }

    private static void confirm(Both both, Step step) {
        if (!both.open.isEmpty()) {
            Hold hold = both.open.remove(step.which() % both.open.size());
            int points = Math.max(1, hold.coins.size() * step.share() / 100);
            both.ledger.act(
                    both.now,
                    ledger -> ledger.confirm(
                            posting(both, TransactionKind.HOLD_CONFIRMATION, hold.id), hold.lots, points, HONOURING));
            hold.coins = both.box.confirm(hold.coins, points, both.now);
            hold.lots = hold.lots.first(points);
            both.used.add(hold);
        }
    }

    private static void letGo(Both both, Step step) {
        if (!both.open.isEmpty()) {
            Hold hold = both.open.remove(step.which() % both.open.size());
            both.ledger.act(
                    both.now,
                    ledger -> ledger.letGo(posting(both, TransactionKind.HOLD_CANCELLATION, hold.id), hold.lots));
            both.box.letGo(hold.coins, both.now);
        }
    }

    private static void giveBack(Both both, Step step) {
        if (!both.used.isEmpty()) {
            Hold payment = both.used.get(step.which() % both.used.size());
            int points = payment.coins.size() * step.share() / 100;
            Instant graceUntil = both.now.plus(Duration.ofDays(14));
            SetAside back = payment.lots.first(points);
            both.ledger.act(
                    both.now,
                    ledger -> ledger.giveBack(
                            posting(both, TransactionKind.GIVE_BACK, UUID.randomUUID()), back, HONOURING, graceUntil));
            both.box.giveBack(List.copyOf(payment.coins.subList(0, points)), both.now, graceUntil);
            payment.lots = payment.lots.after(points);
            payment.coins = payment.coins.subList(points, payment.coins.size());
        }
    }

    private static void takeBack(Both both, Step step) {
        if (!both.sources.isEmpty()) {
            UUID source = both.sources.get(step.which() % both.sources.size());
            TreeMap<UUID, Long> points = new TreeMap<>();
            for (int place = 0; place < step.points().size(); place++) {
                points.merge(FUNDERS.get((step.which() + place) % FUNDERS.size()), (long) step.points().get(place), Long::sum);
            }
            both.ledger.act(
                    both.now, ledger -> ledger.takeBack(posting(both, TransactionKind.REFUND, source), source, points));
            both.box.takeBack(source, points);
        }
    }

    private static void take(Both both, Step step) {
        long points = Math.max(1, both.box.count(Place.AVAILABLE) * (step.share() + 10) / 100);
        UUID creditor = FUNDERS.get(step.which() % FUNDERS.size());
        both.ledger.act(
                both.now,
                ledger -> ledger.take(posting(both, TransactionKind.ADJUSTMENT, UUID.randomUUID()), points, creditor));
        both.box.take(points, creditor);
    }

    private static void check(Both both, Step step) {
        if (!both.sources.isEmpty()) {
            UUID source = both.sources.get(step.which() % both.sources.size());
            both.ledger.act(
                    both.now,
                    ledger -> ledger.releaseReviewed(posting(both, TransactionKind.REVIEW_RELEASE, source), source, true));
            both.box.releaseReviewed(source, both.now);
        }
    }

    private static void forfeit(Both both) {
        both.ledger.act(both.now, ledger -> ledger.forfeit(posting(both, TransactionKind.EXPIRY, UUID.randomUUID())));
        both.box.forfeit();
    }

    private static void compare(Both both, Step step) {
        Account account = both.ledger.account();
        assertThat(account.available()).as("available after %s", step).isEqualTo(both.box.count(Place.AVAILABLE));
        assertThat(account.pending()).as("pending after %s", step).isEqualTo(both.box.count(Place.PENDING));
        assertThat(account.held()).as("held after %s", step).isEqualTo(both.box.count(Place.HELD));
        assertThat(-account.debt()).as("debt after %s", step).isEqualTo(both.box.debt());
        compareLots(both, step);
        compareProgramme(both, step);
    }

    private static void compareLots(Both both, Step step) {
        List<Lot> lots = List.copyOf(both.ledger.lots());
        assertThat(lots).hasSize(both.box.lots);
        List<Map<Place, Long>> counted = new ArrayList<>();
        lots.forEach(lot -> counted.add(new EnumMap<>(Place.class)));
        both.box.coins.forEach(coin -> counted.get(coin.lot).merge(coin.place, 1L, Long::sum));
        for (int place = 0; place < lots.size(); place++) {
            Lot lot = lots.get(place);
            Map<Place, Long> coins = counted.get(place);
            for (LotState state : LotState.values()) {
                assertThat(lot.in(state))
                        .as("lot %s %s after %s", place, state, step)
                        .isEqualTo(coins.getOrDefault(Place.valueOf(state.name()), 0L));
            }
        }
    }

    private static void compareProgramme(Both both, Step step) {
        Map<LedgerAccount, Map<UUID, Long>> sums = new EnumMap<>(LedgerAccount.class);
        both.ledger.transactions().stream()
                .flatMap(transaction -> transaction.entries().stream())
                .forEach(entry -> sums.computeIfAbsent(entry.account(), ignored -> new HashMap<>())
                        .merge(entry.funderId(), entry.points(), Long::sum));
        for (LedgerAccount account : List.of(
                LedgerAccount.ISSUED, LedgerAccount.OPENING, LedgerAccount.REDEEMED, LedgerAccount.EXPIRED,
                LedgerAccount.ADJUSTED)) {
            for (UUID funder : FUNDERS) {
                assertThat(sums.getOrDefault(account, Map.of()).getOrDefault(funder, 0L))
                        .as("%s of %s after %s", account, funder, step)
                        .isEqualTo(both.box.programme.getOrDefault(account, Map.of()).getOrDefault(funder, 0L));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Act> act = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Act.EARN)),
                Tuple.of(12, Arbitraries.of(Arrays.stream(Act.values()).filter(kind -> kind != Act.FORFEIT).toList())),
                Tuple.of(12, Arbitraries.of(Act.HOLD, Act.CONFIRM, Act.GIVE_BACK, Act.WAIT)),
                Tuple.of(1, Arbitraries.of(Act.FORFEIT, Act.WAIT, Act.WAIT)));
        return Combinators.combine(
                        act,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.oneOf(Arbitraries.just(100), Arbitraries.integers().between(0, 100)),
                        Arbitraries.integers().between(1, 30).list().ofMinSize(1).ofMaxSize(3))
                .as(Step::new)
                .list()
                .ofSize(50);
    }
}
