package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows what a rule does on one purchase that it is for, judged as a real one would be. */
@Singleton
public class RuleExamples {

    private static final UUID CANDIDATE = new UUID(0, 0);
    private static final long TIMES = 50;
    private static final long USUAL_AMOUNT = 50_000;

    private final ProgramSettings settings;
    private final TierLadder ladder;

    RuleExamples(ProgramSettings settings, TierLadder ladder) {
        this.settings = settings;
        this.ladder = ladder;
    }

    /**
     * The example as a sentence: {@code Belanja Rp50.000 memberi 100 poin, bukan 50 poin}.
     *
     * @param itself the rule, which does not count a second time; empty for a new one
     */
    public LocalText of(RuleDefinition definition, Optional<UUID> itself, RuleBook book, Instant moment) {
        LocalText points =
                RuleSentences.points(definition.effect() instanceof Effect.Bonus bonus ? bonus.points() : 0);
        if (definition.trigger() != Trigger.PURCHASE && definition.trigger() != Trigger.JOIN) {
            return RuleSentences.bonus(definition, points);
        }
        if (definition.trigger() == Trigger.JOIN) {
            return LocalText.of(
                    "Anggota baru mendapat " + points.id(), "A new member gets " + points.en());
        }
        List<RuleVersion> others = book.inForce(Trigger.PURCHASE, moment).stream()
                .filter(version -> version.definition().effect() instanceof Effect.PerAmount)
                .filter(version -> !version.definition().conditions().throughOffer())
                .filter(version -> !itself.equals(Optional.of(version.ruleId())))
                .toList();
        RuleVersion candidate = new RuleVersion(CANDIDATE, "", 0, moment, Optional.empty(), shown(definition));
        long amount = Math.max(amount(candidate, others), definition.conditions().minimum());
        Occasion occasion = occasion(definition.conditions(), moment);
        List<JudgedLine> lines = List.of(line(definition.conditions(), amount));
        long without = Evaluation.judge(others, occasion, lines, false).points();
        long with = Evaluation.judge(
                        Stream.concat(others.stream(), Stream.of(candidate)).toList(), occasion, lines, false)
                .points();
        return sentence(amount, with, without);
    }

    private static JudgedLine line(Conditions conditions, long amount) {
        return new JudgedLine(
                1,
                amount,
                conditions.categories().stream().sorted().findFirst(),
                conditions.ofGoods().skus().stream().sorted().findFirst(),
                conditions.ofGoods().brands().stream().sorted().findFirst(),
                BigDecimal.ONE);
    }

    private long amount(RuleVersion candidate, List<RuleVersion> others) {
        return Stream.concat(Stream.of(candidate), others.stream())
                .map(version -> version.definition().effect())
                .filter(Effect.PerAmount.class::isInstance)
                .mapToLong(effect -> ((Effect.PerAmount) effect).per() * TIMES)
                .findFirst()
                .orElseGet(() -> new Money(String.valueOf(USUAL_AMOUNT), settings.current().currency())
                        .minor(settings.current().currency(), ""));
    }

    /** Somebody whom, on a day when, it is for. */
    private Occasion occasion(Conditions conditions, Instant moment) {
        Program program = settings.current();
        LocalDate today = program.dateOf(moment);
        LocalDate day = conditions.weekdays().stream()
                .min(DayOfWeek::compareTo)
                .map(weekday -> today.with(TemporalAdjusters.nextOrSame(weekday)))
                .orElse(today);
        String lowest = ladder.isDefined() ? ladder.current().lowest().code() : "";
        return new Occasion(
                day.atTime(LocalTime.NOON).atZone(program.timeZone()).toInstant(),
                program.timeZone(),
                conditions.tiers().stream().sorted().findFirst().orElse(lowest),
                Set.of(CANDIDATE));
    }

    /** The rule without what an example need not show: where, at which hour, to whom and how paid it applies. */
    private static RuleDefinition shown(RuleDefinition definition) {
        Conditions conditions = definition.conditions();
        return new RuleDefinition(
                definition.name(),
                definition.summary(),
                definition.trigger(),
                new Conditions(
                        conditions.categories(), conditions.tiers(), conditions.weekdays(), conditions.throughOffer(),
                        conditions.minimum(), conditions.goods(), null, null, null, null),
                definition.effect(),
                definition.expiryMonths(),
                definition.funderId(),
                definition.event(),
                definition.stacking(),
                definition.caps(),
                definition.expiry(),
                definition.waiting());
    }

    private LocalText sentence(long amount, long with, long without) {
        LocalText money = MoneyText.of(amount, settings.current().currency());
        LocalText all = RuleSentences.points(with);
        LocalText before = RuleSentences.points(without);
        return without == 0
                ? LocalText.of(
                        "Belanja " + money.id() + " memberi " + all.id(), "Spending " + money.en() + " gives " + all.en())
                : LocalText.of(
                        "Belanja " + money.id() + " memberi " + all.id() + ", bukan " + before.id(),
                        "Spending " + money.en() + " gives " + all.en() + " instead of " + before.en());
    }
}
