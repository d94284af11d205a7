package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells judgements in plain words, in both languages. */
@Singleton
public class Explanations {

    private static final Locale INDONESIAN = Locale.of("id");

    private final EarningRules rules;
    private final ProgramSettings settings;

    Explanations(EarningRules rules, ProgramSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** The rules to explain by, for several explanations at once. */
    public RuleBook book() {
        return rules.book();
    }

    /** Every rule considered, those that gave something first. */
    public List<ExplanationItem> of(Judgement judgement, RuleBook book) {
        return judgement.rules().stream()
                .sorted((one, other) -> Boolean.compare(one.points() == 0, other.points() == 0))
                .flatMap(outcome -> book.version(outcome.rule(), outcome.version()).stream()
                        .map(version -> item(outcome, version, !judgement.pendingFor().isEmpty())))
                .toList();
    }

    private ExplanationItem item(RuleOutcome outcome, RuleVersion version, boolean pending) {
        LocalText reason = reason(outcome, version.definition(), settings.current());
        Program program = settings.current();
        return new ExplanationItem(
                PublicId.RULE.format(outcome.rule()),
                outcome.version(),
                version.definition().name(),
                kind(outcome),
                outcome.points(),
                outcome.base() == 0 ? null : Money.ofMinor(outcome.base(), program.currency()),
                pending && outcome.points() > 0 ? pending(reason) : reason,
                outcome.lines().stream()
                        .map(line -> new LinePointsResponse(line.position(), line.points()))
                        .toList());
    }

    private static LocalText pending(LocalText reason) {
        return LocalText.of(reason.id() + "; menunggu pemeriksaan", reason.en() + "; waiting for a check");
    }

    private static String kind(RuleOutcome outcome) {
        return switch (outcome.reason()) {
            case TAKEN_BACK, MOVED, DETACHED, CORRECTED, WITHDRAWN -> "taken_back";
            case JUDGED_AGAIN -> outcome.points() < 0 ? "taken_back" : "applied";
            case PER_AMOUNT, MULTIPLIED, BONUS, NOTHING_EARNS, NO_MATCHING_LINES, OTHER_WEEKDAY, OTHER_TIER, NEEDS_OFFER,
                    BELOW_MINIMUM, BELOW_ONE_POINT -> outcome.points() == 0 ? "not_applied" : "applied";
        };
    }

    private static LocalText reason(RuleOutcome outcome, RuleDefinition definition, Program program) {
        LocalText base = MoneyText.of(outcome.base(), program.currency());
        return switch (outcome.reason()) {
            case PER_AMOUNT -> perAmount(definition, base, program);
            case MULTIPLIED -> multiplied(definition, outcome.items(), base);
            case BONUS -> LocalText.of(
                    "Bonus " + MoneyText.number(outcome.points()).id() + MoneyText.TIE + "poin",
                    "A bonus of " + points(outcome.points()));
            case NOTHING_EARNS -> LocalText.of("Barang ini tidak memberi poin", "These products earn no points");
            case NO_MATCHING_LINES -> LocalText.of(
                    "Tidak ada barang yang termasuk", "None of the products take part");
            case OTHER_WEEKDAY -> LocalText.of(
                    "Hanya berlaku pada hari "
                            + days(definition.conditions().weekdays(), INDONESIAN),
                    "Only on " + days(definition.conditions().weekdays(), Locale.ENGLISH));
            case OTHER_TIER -> LocalText.of("Hanya untuk tingkat lain", "Only for another tier");
            case NEEDS_OFFER -> LocalText.of(
                    "Penawaran ini tidak aktif saat belanja", "This offer was not active at the time of the purchase");
            case BELOW_MINIMUM -> belowMinimum(base, MoneyText.of(definition.conditions().minimum(), program.currency()));
            case BELOW_ONE_POINT -> LocalText.of(
                    base.id() + " belum cukup untuk 1" + MoneyText.TIE + "poin",
                    base.en() + " is not enough for 1" + MoneyText.TIE + "point");
            case MOVED -> LocalText.of(
                    "Diambil kembali karena belanja ini dipindahkan ke anggota lain",
                    "Taken back because this purchase was moved to another member");
            case DETACHED -> LocalText.of(
                    "Diambil kembali karena belanja ini dilepas dari keanggotaan ini",
                    "Taken back because this purchase was taken off this membership");
            case CORRECTED -> LocalText.of("Dikoreksi oleh petugas", "Corrected by our staff");
            case WITHDRAWN -> LocalText.of("Ditarik setelah pemeriksaan", "Withdrawn after a check");
            case JUDGED_AGAIN -> LocalText.of(
                    "Dihitung ulang karena aturan diperbaiki", "Reckoned again because a rule was put right");
            case TAKEN_BACK -> LocalText.of("Diambil kembali karena retur", "Taken back because of a refund");
        };
    }

    private static LocalText belowMinimum(LocalText base, LocalText minimum) {
        return LocalText.of(
                "Mulai dari " + minimum.id() + "; belanja ini baru " + base.id(),
                "From " + minimum.en() + "; this purchase comes to " + base.en());
    }

    private static LocalText perAmount(RuleDefinition definition, LocalText base, Program program) {
        Optional<Effect.PerAmount> effect = Optional.of(definition.effect())
                .filter(Effect.PerAmount.class::isInstance)
                .map(Effect.PerAmount.class::cast);
        long points = effect.map(Effect.PerAmount::points).orElse(0L);
        LocalText per = MoneyText.of(effect.map(Effect.PerAmount::per).orElse(0L), program.currency());
        return LocalText.of(
                MoneyText.number(points).id() + MoneyText.TIE + "poin tiap " + per.id() + ", dari " + base.id()
                        + ", dibulatkan ke bawah",
                points(points) + " per " + per.en() + ", on " + base.en() + ", rounded down");
    }

    private static LocalText multiplied(RuleDefinition definition, int items, LocalText base) {
        String factor = definition.effect() instanceof Effect.Multiplier multiplier
                ? multiplier.factor().stripTrailingZeros().toPlainString()
                : "";
        return LocalText.of(
                factor.replace('.', ',') + "×" + " untuk " + items + MoneyText.TIE + "barang, " + base.id(),
                factor + "×" + " on " + items + MoneyText.TIE + (items == 1 ? "item, " : "items, ") + base.en());
    }

    private static String points(long points) {
        return MoneyText.number(points).en() + MoneyText.TIE + (points == 1 ? "point" : "points");
    }

    private static String days(Set<DayOfWeek> days, Locale locale) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .collect(Collectors.joining(", "));
    }
}
