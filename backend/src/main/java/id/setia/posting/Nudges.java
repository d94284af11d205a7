package id.setia.posting;

import id.setia.earning.Conditions;
import id.setia.earning.Evaluation;
import id.setia.earning.JudgedLine;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.Reason;
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
import java.util.stream.IntStream;

/**
 * Finds what a little more spending would bring: the next tier, or a rule whose minimum the receipt just misses. How many
 * points that would be, the very engine that judges says of the receipt with one more line. Pure.
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
        Optional<Nudge> tier = next.filter(above -> above.spendNeeded() != null)
                .filter(above -> isLittle(above.spendNeeded(), most))
                .map(this::tier);
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

    /** Of the rules whose minimum is just missed, the one that takes least. */
    private Optional<Nudge> points(long most) {
        return IntStream.range(0, versions.size())
                .filter(rule -> now.rules().get(rule).reason() == Reason.BELOW_MINIMUM)
                .mapToObj(rule -> step(versions.get(rule), now.rules().get(rule)))
                .filter(step -> step.more() <= most && step.gain() >= LEAST_POINTS)
                .min(Comparator.comparingLong(Step::more).thenComparing(Step::gain, Comparator.reverseOrder()))
                .map(this::nudge);
    }

    /**
     * So much more, and what it would bring in all.
     *
     * @param more whole units of the currency
     * @param category of what has to be bought, empty for anything
     */
    private record Step(long more, long gain, Optional<String> category) {}

    private Step step(RuleVersion version, RuleOutcome outcome) {
        Conditions conditions = version.definition().conditions();
        Optional<String> category = conditions.categories().stream().sorted().findFirst();
        long more = Math.ceilDiv(conditions.minimum() - outcome.base(), unit);
        return new Step(more, with(more, category).points() - now.points(), category);
    }

    private Judgement with(long units, Optional<String> category) {
        List<JudgedLine> more = new ArrayList<>(lines);
        more.add(new JudgedLine(Integer.MAX_VALUE, units * unit, category));
        return Evaluation.judge(versions, occasion, more, now.late());
    }

    private Nudge nudge(Step step) {
        LocalText money = text(step.more() * unit);
        LocalText count = MoneyText.number(step.gain());
        String what = step.category().map(Nudges::leaf).map(" "::concat).orElse("");
        return new Nudge(
                program.money(step.more() * unit),
                step.gain(),
                null,
                LocalText.of(
                        "Tambah " + money.id() + what + ", dapat " + count.id() + MoneyText.TIE + "poin lagi",
                        "Spend " + money.en() + " more" + (what.isEmpty() ? "" : " on" + what) + " for " + count.en()
                                + MoneyText.TIE + "more points"));
    }

    /** {@code Kopi} of {@code Minuman > Kopi}. */
    private static String leaf(String category) {
        return category.substring(category.lastIndexOf('>') + 1).strip();
    }

    private LocalText text(long minor) {
        return MoneyText.of(minor, program.currency());
    }
}
