package id.setia.posting;

import id.setia.earning.Evaluation;
import id.setia.earning.JudgedLine;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.RuleOutcome;
import id.setia.earning.RuleVersion;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.program.Program;
import id.setia.tiers.NextTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a little more spending would bring, by asking the very engine that judges: what would each rule give if the
 * receipt had one more line? Pure.
 */
final class Nudges {

    /** Fewer points are not worth a word at the till. */
    private static final long LEAST_POINTS = 10;

    /** More than this part of the receipt again is not a little. */
    private static final long PART_OF_RECEIPT = 2;

    private final Program program;
    private final List<RuleVersion> versions;
    private final Occasion occasion;
    private final List<JudgedLine> lines;
    private final Judgement now;
    private final long unit;

    Nudges(Program program, List<RuleVersion> versions, Occasion occasion, List<JudgedLine> lines, Judgement now) {
        this.program = program;
        this.versions = versions;
        this.occasion = occasion;
        this.lines = lines;
        this.now = now;
        this.unit = BigDecimal.TEN.pow(Money.digits(program.currency())).longValueExact();
    }

    /** The nearest thing a little more would bring; nothing where there is none. */
    Optional<Nudge> nearest(Optional<NextTier> next) {
        long most = now.base() / PART_OF_RECEIPT / unit;
        Optional<Nudge> tier = next.filter(above -> isLittle(above.spendNeeded(), most)).map(this::tier);
        return most < 1 ? Optional.empty() : tier.or(() -> points(most));
    }

    private boolean isLittle(Money money, long most) {
        long minor = money.minor(program.currency(), "");
        return minor > 0 && minor <= most * unit;
    }

    private Nudge tier(NextTier next) {
        LocalText money = text(next.spendNeeded().minor(program.currency(), ""));
        return new Nudge(
                next.spendNeeded(),
                null,
                next.tier(),
                LocalText.of(
                        "Tambah " + money.id() + ", naik ke " + next.tier().name().id(),
                        "Spend " + money.en() + " more to reach " + next.tier().name().en()));
    }

    /** Asks once for the most that is a little; only where a rule jumps, how little of it would do. */
    private Optional<Nudge> points(long most) {
        Judgement then = with(most);
        List<Long> steps = new ArrayList<>();
        for (int rule = 0; rule < versions.size(); rule++) {
            if (points(then, rule) >= points(now, rule) + LEAST_POINTS) {
                jump(rule, most).ifPresent(steps::add);
            }
        }
        return steps.stream().min(Comparator.naturalOrder()).map(this::nudge);
    }

    private static long points(Judgement judgement, int rule) {
        RuleOutcome outcome = judgement.rules().get(rule);
        return outcome.points();
    }

    /** The least more, in whole units of the currency, for which the rule gives more; nothing where it only creeps. */
    private Optional<Long> jump(int rule, long most) {
        long before = 0;
        long after = most;
        while (after - before > 1) {
            long between = (before + after) / 2;
            if (points(with(between), rule) > points(now, rule)) {
                after = between;
            } else {
                before = between;
            }
        }
        boolean jumps = points(with(after), rule) - points(now, rule) >= LEAST_POINTS;
        return jumps ? Optional.of(after) : Optional.empty();
    }

    private Nudge nudge(long more) {
        long gain = with(more).points() - now.points();
        LocalText money = text(more * unit);
        LocalText count = MoneyText.number(gain);
        return new Nudge(
                program.money(more * unit),
                gain,
                null,
                LocalText.of(
                        "Tambah " + money.id() + ", dapat " + count.id() + MoneyText.TIE + "poin lagi",
                        "Spend " + money.en() + " more for " + count.en() + MoneyText.TIE + "more points"));
    }

    private Judgement with(long units) {
        List<JudgedLine> more = new ArrayList<>(lines);
        more.add(new JudgedLine(Integer.MAX_VALUE, units * unit, Optional.empty()));
        return Evaluation.judge(versions, occasion, more, now.late());
    }

    private LocalText text(long minor) {
        return MoneyText.of(minor, program.currency());
    }
}
