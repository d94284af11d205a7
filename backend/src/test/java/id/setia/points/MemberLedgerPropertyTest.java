package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.earning.Conditions;
import id.setia.earning.Effect;
import id.setia.earning.Evaluation;
import id.setia.earning.ExpiryPolicy;
import id.setia.earning.JudgedLine;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.Reason;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleOutcome;
import id.setia.earning.RuleVersion;
import id.setia.earning.TakeBack;
import id.setia.earning.Trigger;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random histories of purchases, uses, refunds, repeats and waiting on the pure core keep every promise at every step. */
class MemberLedgerPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID SUPPLIER = UUID.randomUUID();
    private static final Instant START = Instant.parse("2025-01-15T03:00:00Z");
    private static final List<RuleVersion> RULES = List.of(
            rule("base", new Effect.PerAmount(1, 100_000), Conditions.NONE, 3, OWNER),
            rule("fresh", new Effect.Multiplier(new BigDecimal("2.5")), Conditions.categories("Segar"), 1, SUPPLIER),
            rule("welcome", new Effect.Bonus(7), Conditions.NONE, 0, OWNER));

    private static RuleVersion rule(String code, Effect effect, Conditions conditions, int months, UUID funder) {
        LocalText text = LocalText.of(code, code);
        return new RuleVersion(
                UUID.randomUUID(),
                code,
                1,
                Instant.EPOCH,
                Optional.empty(),
                new RuleDefinition(text, text, Trigger.PURCHASE, conditions, effect, months, funder));
    }

    /** One step of a history; numbers choose among what there is. */
    sealed interface Step {
        record Buy(List<Long> amounts, Wait waits, int inactivityMonths) implements Step {
            enum Wait {
                NOT,
                DAYS,
                REVIEW,
                CONFIRMATION
            }
        }

        record Deliver(int which) implements Step {}

        record Open(long points, int days) implements Step {}

        record Repeat(int which) implements Step {}

        record Refund(int which, int line, int share) implements Step {}

        record Use(int percent) implements Step {}

        record Add(long points, int months) implements Step {}

        record Take(int percent) implements Step {}

        record TakeOf(int which, int percent) implements Step {}

        record Reverse(int which) implements Step {}

        record Check(int which, boolean release) implements Step {}

        record Hold(int percent) implements Step {}

        record Confirm(int which, int percent) implements Step {}

        record LetGo(int which) implements Step {}

        record GiveBack(int which, int percent) implements Step {}

        record Wait(int days) implements Step {}

        /** Goes on with the other of two members. */
        record Turn() implements Step {}

        record Merge() implements Step {}
    }

    /** A purchase as the history remembers it. */
    private static final class Bought {
        final UUID id = UUID.randomUUID();
        final List<JudgedLine> lines;
        final Judgement given;
        final Map<UUID, Long> takenByRule = new HashMap<>();
        boolean confirmed;
        List<RuleOutcome> standing;
        List<Long> left;

        Bought(List<JudgedLine> lines, Judgement given) {
            this.lines = lines;
            this.given = given;
            this.standing = given.rules();
            this.left = new ArrayList<>(lines.stream().map(JudgedLine::base).toList());
        }

        List<JudgedLine> remaining() {
            List<JudgedLine> remaining = new ArrayList<>();
            for (int index = 0; index < lines.size(); index++) {
                if (left.get(index) > 0) {
                    JudgedLine line = lines.get(index);
                    remaining.add(new JudgedLine(line.position(), left.get(index), line.category()));
                }
            }
            return remaining;
        }
    }

    @Property(tries = 2_000)
    void promises_hold_after_every_step(@ForAll("histories") List<Step> steps) {
        Member member = Member.joining();
        Member other = Member.joining();
        Instant now = START;
        int refunds = 0;
        for (Step step : steps) {
            now = now.plus(Duration.ofMinutes(1));
            Instant moment = now;
            LedgerModel model = member.model();
            List<Bought> bought = member.bought();
            HeldPoints held = member.held();
            switch (step) {
                case Step.Buy buy -> bought.add(buy(model, moment, buy));
                case Step.Open open -> open(model, moment, open);
                case Step.Repeat repeat -> repeat(model, moment, bought, repeat);
                case Step.Refund refund -> refund(model, moment, bought, refund, ++refunds);
                case Step.Use use -> use(model, moment, use);
                case Step.Add add -> add(model, moment, add);
                case Step.Take take -> take(model, moment, take);
                case Step.TakeOf take -> takeOf(model, moment, bought, take);
                case Step.Reverse reverse -> reverse(model, moment, bought, reverse);
                case Step.Deliver deliver -> deliver(model, moment, bought, deliver);
                case Step.Check check -> check(model, moment, bought, check);
                case Step.Turn turn -> {
                    Member before = member;
                    member = other;
                    other = before;
                }
                case Step.Merge merge -> {
                    merge(moment, member, other);
                    member = Member.joining();
                }
                case Step.Hold hold -> held.hold(model, moment, hold.percent());
                case Step.Confirm confirm -> held.confirm(model, moment, confirm.which(), confirm.percent());
                case Step.LetGo cancel -> held.letGo(model, moment, cancel.which());
                case Step.GiveBack back -> held.giveBack(model, moment, back.which(), back.percent());
                case Step.Wait wait -> {
                    now = now.plus(Duration.ofDays(wait.days()));
                    Instant later = now;
                    model.act(later, ledger -> {});
                    assertThat(model.account().dueAt()).satisfies(due -> due.ifPresent(
                            next -> assertThat(next).isAfter(later)));
                }
            }
        }
    }

    private record Member(LedgerModel model, List<Bought> bought, HeldPoints held) {

        static Member joining() {
            return new Member(new LedgerModel(), new ArrayList<>(), new HeldPoints());
        }
    }

    /** One member lives on as the other: what both have and owe stays, debts are paid, purchases are the other's to refund. */
    private static void merge(Instant moment, Member member, Member other) {
        member.model().act(moment, ledger -> {});
        other.model().act(moment, ledger -> {});
        long before = all(member.model()) + all(other.model());
        other.held().takeOver(member.held(), member.model().mergeInto(other.model(), moment));
        assertThat(all(other.model())).isEqualTo(before);
        other.bought().addAll(member.bought());
    }

    private static Occasion occasion(Instant moment) {
        return new Occasion(moment, ZONE, "red", Set.of());
    }

    private static Bought buy(LedgerModel model, Instant moment, Step.Buy buy) {
        List<JudgedLine> lines = new ArrayList<>();
        for (int index = 0; index < buy.amounts().size(); index++) {
            lines.add(new JudgedLine(
                    index + 1, buy.amounts().get(index), index % 2 == 0 ? Optional.of("Segar > Buah") : Optional.empty()));
        }
        Judgement judgement = Evaluation.judge(RULES, occasion(moment), lines, false);
        Bought bought = new Bought(lines, judgement);
        List<Grant> grants = judgement.giving().stream()
                .map(outcome -> new Grant(
                        outcome.points(),
                        outcome.funder(),
                        buy.inactivityMonths() > 0
                                ? Optional.empty()
                                : ExpiryPolicy.expiresAt(moment, months(outcome), ZONE),
                        buy.waits() == Step.Buy.Wait.DAYS ? Optional.of(moment.plus(Duration.ofDays(14))) : Optional.empty(),
                        buy.waits() == Step.Buy.Wait.REVIEW,
                        buy.inactivityMonths(),
                        buy.waits() == Step.Buy.Wait.CONFIRMATION))
                .toList();
        long before = model.account().available() + model.account().pending() + model.account().debt();
        model.act(
                moment,
                ledger -> ledger.earn(
                        purchasePosting(bought, moment), grants));
        assertThat(model.account().available() + model.account().pending() + model.account().debt())
                .as("what the member has grows by what was given, less what lapsed meanwhile")
                .isLessThanOrEqualTo(before + judgement.points());
        return bought;
    }

    /** Points of another system, some of which lapse; they pay debts like any others and are not issued. */
    private static void open(LedgerModel model, Instant moment, Step.Open open) {
        UUID source = UUID.randomUUID();
        Optional<Instant> expiresAt =
                open.days() == 0 ? Optional.empty() : Optional.of(moment.plus(Duration.ofDays(open.days())));
        model.act(
                moment,
                ledger -> ledger.open(
                        new Posting("opening:" + source + ":0", TransactionKind.OPENING, new Source("import", source), moment, "{}"),
                        new Grant(open.points(), SUPPLIER, expiresAt, Optional.empty())));
        assertThat(model.transactions().getLast().entries())
                .filteredOn(entry -> entry.account() == LedgerAccount.OPENING)
                .singleElement()
                .satisfies(entry -> assertThat(entry.points()).isEqualTo(-open.points()));
    }

    private static int months(RuleOutcome outcome) {
        return RULES.stream()
                .filter(rule -> rule.ruleId().equals(outcome.rule()))
                .findFirst()
                .orElseThrow()
                .definition()
                .expiryMonths();
    }

    private static void repeat(LedgerModel model, Instant moment, List<Bought> bought, Step.Repeat repeat) {
        if (bought.isEmpty()) {
            return;
        }
        Bought again = bought.get(repeat.which() % bought.size());
        Account before = model.account();
        int transactions = model.transactions().size();
        Grant grant = new Grant(1_000, OWNER, Optional.empty(), Optional.empty());
        assertThat(model.act(moment, ledger -> ledger.earn(purchasePosting(again, moment), List.of(grant))))
                .as("a purchase posted again")
                .isFalse();
        assertThat(model.account()).isEqualTo(before);
        assertThat(model.transactions()).hasSize(transactions);
    }

    private static Posting purchasePosting(Bought bought, Instant moment) {
        return new Posting(
                "purchase:" + bought.id, TransactionKind.PURCHASE, new Source("purchase", bought.id), moment, "{}");
    }

    private static void refund(LedgerModel model, Instant moment, List<Bought> bought, Step.Refund refund, int number) {
        if (bought.isEmpty()) {
            return;
        }
        Bought purchase = bought.get(refund.which() % bought.size());
        int line = refund.line() % purchase.left.size();
        long part = purchase.left.get(line) * refund.share() / 100;
        purchase.left.set(line, purchase.left.get(line) - part);
        Judgement remaining = Evaluation.judge(RULES, occasion(moment), purchase.remaining(), false);
        List<RuleOutcome> taken = TakeBack.of(purchase.standing, remaining);
        purchase.standing = TakeBack.standing(purchase.standing, taken, remaining);
        Map<UUID, Long> byFunder = new TreeMap<>();
        taken.forEach(outcome -> byFunder.merge(outcome.funder(), -outcome.points(), Long::sum));
        model.act(
                moment,
                ledger -> ledger.takeBack(
                        new Posting(
                                "refund:" + number + ":" + purchase.id,
                                TransactionKind.REFUND,
                                new Source("refund", UUID.randomUUID()),
                                moment,
                                "{}"),
                        purchase.id,
                        byFunder));
        promise5(purchase, taken);
        assertThat(purchase.standing)
                .as("line points add up to the rule's")
                .allSatisfy(outcome -> assertThat(outcome.lines().stream()
                                .mapToLong(RuleOutcome.LinePoints::points)
                                .sum())
                        .isEqualTo(outcome.points()));
        if (purchase.remaining().isEmpty()) {
            assertThat(purchase.standing).allMatch(outcome -> outcome.points() == 0);
        }
    }

    private static void promise5(Bought purchase, List<RuleOutcome> taken) {
        taken.forEach(outcome -> purchase.takenByRule.merge(outcome.rule(), -outcome.points(), Long::sum));
        purchase.given.rules().forEach(outcome -> assertThat(
                        purchase.takenByRule.getOrDefault(outcome.rule(), 0L))
                .isBetween(0L, outcome.points()));
    }

    private static Posting byHand(Instant moment) {
        UUID id = UUID.randomUUID();
        return new Posting("adjustment:" + id, TransactionKind.ADJUSTMENT, new Source("correction", id), moment, "{}");
    }

    private static long all(LedgerModel model) {
        Account account = model.account();
        return account.available() + account.pending() + account.held() + account.debt();
    }

    private static void add(LedgerModel model, Instant moment, Step.Add add) {
        model.act(moment, ledger -> {});
        long before = all(model);
        Grant grant = new Grant(
                add.points(), SUPPLIER, ExpiryPolicy.expiresAt(moment, add.months(), ZONE), Optional.empty());
        model.act(moment, ledger -> ledger.add(byHand(moment), grant));
        assertThat(all(model)).isEqualTo(before + add.points());
    }

    private static void take(LedgerModel model, Instant moment, Step.Take take) {
        model.act(moment, ledger -> {});
        long before = all(model);
        long available = model.account().available();
        long points = 1 + available * take.percent() / 100;
        model.act(moment, ledger -> ledger.take(byHand(moment), points, OWNER));
        assertThat(all(model)).isEqualTo(before - points);
        assertThat(model.account().available()).isEqualTo(Math.max(0, available - points));
    }

    private static void takeOf(LedgerModel model, Instant moment, List<Bought> bought, Step.TakeOf take) {
        if (bought.isEmpty()) {
            return;
        }
        Bought purchase = bought.get(take.which() % bought.size());
        long points = standing(purchase) * take.percent() / 100;
        List<RuleOutcome> taken = TakeBack.part(purchase.standing, points, Reason.CORRECTED);
        model.act(moment, ledger -> ledger.takeByHand(byHand(moment), purchase.id, byFunder(taken)));
        lessen(purchase, taken);
    }

    private static void reverse(LedgerModel model, Instant moment, List<Bought> bought, Step.Reverse reverse) {
        if (bought.isEmpty()) {
            return;
        }
        Bought purchase = bought.get(reverse.which() % bought.size());
        List<RuleOutcome> taken = TakeBack.all(purchase.standing, Reason.MOVED);
        boolean first = model.act(
                moment,
                ledger -> ledger.takeBack(
                        new Posting(
                                "reversal:" + purchase.id + ":0",
                                TransactionKind.REVERSAL,
                                new Source("purchase", purchase.id),
                                moment,
                                "{}"),
                        purchase.id,
                        byFunder(taken)));
        if (first) {
            lessen(purchase, taken);
            assertThat(standing(purchase)).isZero();
        }
    }

    private static void check(LedgerModel model, Instant moment, List<Bought> bought, Step.Check check) {
        if (bought.isEmpty()) {
            return;
        }
        Bought purchase = bought.get(check.which() % bought.size());
        Posting posting = new Posting(
                "review:" + purchase.id, TransactionKind.REVIEW_RELEASE, new Source("purchase", purchase.id), moment, "{}");
        if (check.release()) {
            model.act(moment, ledger -> {
                ledger.releaseReviewed(posting, purchase.id, purchase.confirmed);
                assertThat(ledger.lots())
                        .filteredOn(lot -> lot.sourceId().equals(purchase.id) && lot.underReview())
                        .allMatch(Lot::awaitsConfirmation);
            });
            return;
        }
        List<RuleOutcome> taken = TakeBack.all(purchase.standing, Reason.WITHDRAWN);
        if (model.act(moment, ledger -> ledger.takeBack(posting, purchase.id, byFunder(taken)))) {
            lessen(purchase, taken);
        }
    }

    /** What waited for the confirmation is available, or has paid debts; a second confirmation is refused by its key. */
    private static void deliver(LedgerModel model, Instant moment, List<Bought> bought, Step.Deliver deliver) {
        if (bought.isEmpty()) {
            return;
        }
        Bought purchase = bought.get(deliver.which() % bought.size());
        model.act(moment, ledger -> {});
        long before = all(model);
        Posting posting = new Posting(
                "confirmation:" + purchase.id, TransactionKind.RELEASE, new Source("purchase", purchase.id), moment, "{}");
        boolean first = model.act(moment, ledger -> {
            ledger.releaseConfirmed(posting, purchase.id);
            assertThat(ledger.lots())
                    .filteredOn(lot -> lot.sourceId().equals(purchase.id) && lot.awaitsConfirmation())
                    .allMatch(lot -> lot.in(LotState.PENDING) == 0);
        });
        assertThat(first).isNotEqualTo(purchase.confirmed);
        purchase.confirmed = true;
        assertThat(all(model)).isEqualTo(before);
    }

    private static long standing(Bought purchase) {
        return purchase.standing.stream().mapToLong(RuleOutcome::points).sum();
    }

    private static void lessen(Bought purchase, List<RuleOutcome> taken) {
        promise5(purchase, taken);
        purchase.standing = TakeBack.lessened(purchase.standing, taken);
        assertThat(purchase.standing).allSatisfy(outcome -> assertThat(outcome.lines().stream()
                        .mapToLong(RuleOutcome.LinePoints::points)
                        .sum())
                .isEqualTo(outcome.points()));
    }

    private static Map<UUID, Long> byFunder(List<RuleOutcome> taken) {
        Map<UUID, Long> byFunder = new TreeMap<>();
        taken.forEach(outcome -> byFunder.merge(outcome.funder(), -outcome.points(), Long::sum));
        return byFunder;
    }

    private static void use(LedgerModel model, Instant moment, Step.Use use) {
        model.act(moment, ledger -> {
            long points = ledger.available() * use.percent() / 100;
            Posting posting = new Posting(
                    "spend:" + UUID.randomUUID(),
                    TransactionKind.SPEND,
                    new Source("spend", UUID.randomUUID()),
                    moment,
                    "{}");
            assertThatThrownBy(() -> ledger.spend(posting, ledger.available() + 1, OWNER))
                    .isInstanceOf(Problem.class);
            if (points > 0) {
                assertThat(ledger.spend(posting, points, OWNER).availableChange()).isEqualTo(-points);
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 50);
        Arbitrary<Step> buy = Combinators.combine(
                        Arbitraries.longs().between(0, 30_000_000).list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(Step.Buy.Wait.class),
                        Arbitraries.of(0, 0, 1, 2))
                .as(Step.Buy::new);
        Arbitrary<Step> deliver = index.map(Step.Deliver::new);
        Arbitrary<Step> open = Combinators.combine(
                        Arbitraries.longs().between(1, 5_000), Arbitraries.of(0, 5, 40, 400))
                .as(Step.Open::new);
        Arbitrary<Step> repeat = index.map(Step.Repeat::new);
        Arbitrary<Step> refund = Combinators.combine(
                        index, index, Arbitraries.of(10, 50, 100, 100))
                .as(Step.Refund::new);
        Arbitrary<Step> use = Arbitraries.integers().between(1, 100).map(Step.Use::new);
        Arbitrary<Step> add = Combinators.combine(
                        Arbitraries.longs().between(1, 50_000), Arbitraries.of(0, 1, 12))
                .as(Step.Add::new);
        Arbitrary<Step> take = Arbitraries.integers().between(0, 130).map(Step.Take::new);
        Arbitrary<Step> takeOf = Combinators.combine(index, Arbitraries.integers().between(0, 100))
                .as(Step.TakeOf::new);
        Arbitrary<Step> reverse = index.map(Step.Reverse::new);
        Arbitrary<Step> check = Combinators.combine(index, Arbitraries.of(true, false)).as(Step.Check::new);
        Arbitrary<Step> hold = Arbitraries.integers().between(1, 100).map(Step.Hold::new);
        Arbitrary<Step> confirm = Combinators.combine(index, Arbitraries.of(1, 50, 100)).as(Step.Confirm::new);
        Arbitrary<Step> letGo = index.map(Step.LetGo::new);
        Arbitrary<Step> giveBack = Combinators.combine(index, Arbitraries.of(10, 50, 100)).as(Step.GiveBack::new);
        Arbitrary<Step> waiting = Arbitraries.integers().between(1, 60).map(Step.Wait::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, buy),
                        Tuple.of(1, open),
                        Tuple.of(1, repeat),
                        Tuple.of(3, refund),
                        Tuple.of(2, use),
                        Tuple.of(3, hold),
                        Tuple.of(2, confirm),
                        Tuple.of(1, letGo),
                        Tuple.of(2, giveBack),
                        Tuple.of(1, add),
                        Tuple.of(1, take),
                        Tuple.of(1, takeOf),
                        Tuple.of(1, reverse),
                        Tuple.of(2, Arbitraries.just((Step) new Step.Turn())),
                        Tuple.of(1, Arbitraries.just((Step) new Step.Merge())),
                        Tuple.of(1, check),
                        Tuple.of(1, deliver),
                        Tuple.of(2, waiting))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
