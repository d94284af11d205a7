package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random purchases and refunds under random caps give what a plain recount of everything given before allows. */
class CapsPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalDate START = LocalDate.of(2026, 12, 20);

    /** What happens: a purchase on a day, or the refund of an earlier one. */
    sealed interface Step {
        record Buy(int day, long rupiah) implements Step {}

        record Refund(int which, int percent) implements Step {}
    }

    private static final class Bought {
        final LocalDate day;
        final Judgement judgement;
        final long rupiah;
        List<RuleOutcome> standing;
        long left;

        Bought(LocalDate day, Judgement judgement, long rupiah) {
            this.day = day;
            this.judgement = judgement;
            this.rupiah = rupiah;
            this.standing = judgement.rules();
            this.left = rupiah;
        }

        long points() {
            return standing.getFirst().points();
        }
    }

    @Property(tries = 2_000)
    void caps_are_kept_and_nothing_else_is(@ForAll("caps") Caps caps, @ForAll("histories") List<Step> steps) {
        RuleVersion rule = rule(caps);
        CapCounts used = CapCounts.NONE;
        List<Bought> bought = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Buy buy -> {
                    LocalDate day = START.plusDays(buy.day());
                    Bought purchase = new Bought(day, judge(rule, caps, used, bought, day, buy.rupiah()), buy.rupiah());
                    assertThat(purchase.points()).isEqualTo(recount(caps, bought, day, buy.rupiah()));
                    used = used.plus(day, purchase.points(), purchase.points() > 0 ? 1 : 0);
                    bought.add(purchase);
                }
                case Step.Refund refund -> used = takeBack(rule, used, bought, refund);
            }
            assertThat(CapCounts.parse(used.format()).format()).isEqualTo(used.format());
            for (CapPeriod period : CapPeriod.values()) {
                for (Bought purchase : bought) {
                    assertThat(used.in(period, purchase.day))
                            .isEqualTo(new CapCounts.Count(
                                    points(period, purchase.day, bought), times(period, purchase.day, bought)));
                }
            }
        }
    }

    private static Judgement judge(
            RuleVersion rule, Caps caps, CapCounts used, List<Bought> bought, LocalDate day, long rupiah) {
        long spent = bought.stream().mapToLong(Bought::points).sum();
        Map<UUID, Ceiling> ceilings = caps.ceiling(used, day, () -> Math.max(0, caps.budget() - spent))
                .map(ceiling -> Map.of(rule.ruleId(), ceiling))
                .orElse(Map.of());
        Occasion occasion = new Occasion(day.atTime(12, 0).atZone(ZONE).toInstant(), ZONE, "red", Set.of())
                .withCeilings(ceilings);
        return Evaluation.judge(List.of(rule), occasion, lines(rupiah), false);
    }

    private static List<JudgedLine> lines(long rupiah) {
        return List.of(new JudgedLine(1, rupiah * 100, Optional.empty()));
    }

    private static long recount(Caps caps, List<Bought> bought, LocalDate day, long rupiah) {
        long least = rupiah / 1_000;
        if (caps.perPurchase() != null) {
            least = Math.min(least, caps.perPurchase());
        }
        for (Cap cap : caps.perMember()) {
            least = switch (cap.unit()) {
                case POINTS -> Math.min(least, Math.max(0, cap.most() - points(cap.period(), day, bought)));
                case TIMES -> times(cap.period(), day, bought) < cap.most() ? least : 0;
            };
        }
        if (caps.budget() != null) {
            least = Math.min(
                    least, caps.budget() - bought.stream().mapToLong(Bought::points).sum());
        }
        return least;
    }

    private static long points(CapPeriod period, LocalDate day, List<Bought> bought) {
        return bought.stream()
                .filter(other -> isSame(period, other.day, day))
                .mapToLong(Bought::points)
                .sum();
    }

    private static long times(CapPeriod period, LocalDate day, List<Bought> bought) {
        return bought.stream()
                .filter(other -> isSame(period, other.day, day) && other.points() > 0)
                .count();
    }

    private static boolean isSame(CapPeriod period, LocalDate one, LocalDate other) {
        return switch (period) {
            case DAY -> one.equals(other);
            case WEEK -> Math.floorDiv(one.toEpochDay() + 3, 7) == Math.floorDiv(other.toEpochDay() + 3, 7);
            case MONTH -> one.getYear() == other.getYear() && one.getMonth() == other.getMonth();
            case YEAR -> one.getYear() == other.getYear();
            case EVER -> true;
        };
    }

    private static CapCounts takeBack(RuleVersion rule, CapCounts used, List<Bought> bought, Step.Refund refund) {
        if (bought.isEmpty()) {
            return used;
        }
        Bought purchase = bought.get(refund.which() % bought.size());
        long before = purchase.points();
        purchase.left = purchase.left * (100 - refund.percent()) / 100;
        Judgement standing = purchase.judgement.with(purchase.judgement.base(), purchase.standing);
        Judgement remaining = Evaluation.again(standing, List.of(rule), lines(purchase.left));
        List<RuleOutcome> taken = TakeBack.of(purchase.standing, remaining);
        purchase.standing = TakeBack.standing(purchase.standing, taken, remaining);
        assertThat(purchase.points()).isBetween(0L, before);
        assertThat(remaining.points()).as("no more than was left then").isLessThanOrEqualTo(purchase.judgement.points());
        return used.plus(purchase.day, purchase.points() - before, before > 0 && purchase.points() == 0 ? -1 : 0);
    }

    private static RuleVersion rule(Caps caps) {
        LocalText text = LocalText.of("uji", "uji");
        return new RuleVersion(
                UUID.randomUUID(),
                "uji",
                1,
                Instant.EPOCH,
                Optional.empty(),
                new RuleDefinition(
                        text, text, Trigger.PURCHASE, Conditions.NONE, new Effect.PerAmount(1, 100_000), 12, new UUID(1, 1),
                        null, null, caps, null, null));
    }

    @Provide
    Arbitrary<Caps> caps() {
        Arbitrary<Cap> cap = Combinators.combine(
                        Arbitraries.of(CapPeriod.class), Arbitraries.of(CapUnit.class), Arbitraries.longs().between(1, 120))
                .as((period, unit, most) -> new Cap(period, unit, unit == CapUnit.TIMES ? 1 + most % 5 : most));
        return Combinators.combine(
                        Arbitraries.longs().between(1, 60).injectNull(0.5),
                        cap.list().ofMaxSize(3),
                        Arbitraries.longs().between(1, 400).injectNull(0.5))
                .as(Caps::new);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> buy = Combinators.combine(
                        Arbitraries.integers().between(0, 38), Arbitraries.longs().between(0, 90_000))
                .as(Step.Buy::new);
        Arbitrary<Step> refund = Combinators.combine(
                        Arbitraries.integers().between(0, 50), Arbitraries.of(10, 50, 100))
                .as(Step.Refund::new);
        return Arbitraries.frequencyOf(Tuple.of(4, buy), Tuple.of(1, refund)).list().ofMaxSize(40);
    }
}
