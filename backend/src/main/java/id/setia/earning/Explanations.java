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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells judgements in plain words, in both languages. */
@Singleton
public class Explanations {

    private static final Locale INDONESIAN = Locale.of("id");

    /** What other rules gave, what came before, or the programme's currency has a part in these. */
    private static final Set<Reason> OF_MORE_THAN_THE_RULE = EnumSet.of(
            Reason.OUTSTACKED, Reason.USED_UP, Reason.NOT_FIRST_PURCHASE, Reason.BELOW_MINIMUM, Reason.BELOW_ONE_POINT,
            Reason.PER_AMOUNT, Reason.MULTIPLIED);

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
                        .map(version -> isOfItsRuleAlone(outcome)
                                ? book.told(outcome, () -> item(outcome, version, judgement, book))
                                : item(outcome, version, judgement, book)))
                .toList();
    }

    /** Whether any purchase would be told the same: the rule looked at nothing of it, and nothing before or beside it matters. */
    private static boolean isOfItsRuleAlone(RuleOutcome outcome) {
        return outcome.points() == 0
                && outcome.base() == 0
                && outcome.items() == 0
                && outcome.lines().isEmpty()
                && outcome.wanted() == null
                && outcome.ceiling() == null
                && !OF_MORE_THAN_THE_RULE.contains(outcome.reason());
    }

    private ExplanationItem item(RuleOutcome outcome, RuleVersion version, Judgement judgement, RuleBook book) {
        RuleDefinition definition = version.definition();
        Program program = settings.current();
        Optional<CapKind> cap = TrimTexts.cap(outcome, definition);
        LocalText reason = outcome.reason() == Reason.OUTSTACKED
                ? TrimTexts.outstacked(outcome, definition, judgement, book)
                : reason(outcome, definition, program, book);
        return new ExplanationItem(
                PublicId.RULE.format(outcome.rule()),
                outcome.version(),
                definition.name(),
                kind(outcome),
                outcome.points(),
                outcome.base() == 0 ? null : Money.ofMinor(outcome.base(), program.currency()),
                waiting(
                        late(TrimTexts.trimmed(reason, outcome, definition, cap), outcome, definition, judgement),
                        outcome, definition, judgement),
                outcome.wanted(),
                cap.orElse(null),
                outcome.lines().stream()
                        .map(line -> new LinePointsResponse(line.position(), line.points()))
                        .toList());
    }

    /** Of a purchase sent late, that caps, budgets and firsts looked at what had come before it, not at what was sold before. */
    private static LocalText late(
            LocalText reason, RuleOutcome outcome, RuleDefinition definition, Judgement judgement) {
        Caps caps = definition.ofCaps();
        boolean counted = outcome.points() != 0 && (!caps.perMember().isEmpty() || caps.budget() != null)
                || outcome.points() != 0 && definition.conditions().ofBuyer().firstPurchase();
        boolean turnedAway = outcome.reason() == Reason.USED_UP
                || outcome.reason() == Reason.NOT_FIRST_PURCHASE
                || outcome.wanted() != null && outcome.ceiling() != null;
        return judgement.late() && (counted || turnedAway)
                ? LocalText.of(
                        reason.id() + "; dikirim terlambat, dihitung menurut urutan datang",
                        reason.en() + "; sent late, counted in the order of arrival")
                : reason;
    }

    private static LocalText waiting(
            LocalText reason, RuleOutcome outcome, RuleDefinition definition, Judgement judgement) {
        if (outcome.points() <= 0) {
            return reason;
        }
        Waiting waiting = definition.waiting();
        if (!judgement.pendingFor().isEmpty()) {
            return pending(reason);
        }
        if (waiting != null && waiting.days() > 0) {
            String days = waiting.days() + MoneyText.TIE;
            return LocalText.of(
                    reason.id() + "; bisa dipakai setelah " + days + "hari",
                    reason.en() + "; usable after " + days + (waiting.days() == 1 ? "day" : "days"));
        }
        return waiting != null && waiting.confirmation() && judgement.confirmedAt() == null
                ? LocalText.of(
                        reason.id() + "; menunggu konfirmasi belanja",
                        reason.en() + "; waiting until the purchase is confirmed")
                : reason;
    }

    private static LocalText pending(LocalText reason) {
        return LocalText.of(reason.id() + "; menunggu pemeriksaan", reason.en() + "; waiting for a check");
    }

    private static String kind(RuleOutcome outcome) {
        return switch (outcome.reason()) {
            case TAKEN_BACK, MOVED, DETACHED, CORRECTED, WITHDRAWN -> "taken_back";
            case JUDGED_AGAIN -> outcome.points() < 0 ? "taken_back" : "applied";
            case PER_AMOUNT, MULTIPLIED, BONUS, PER_PIECE, NOTHING_EARNS, NO_MATCHING_LINES, NEEDS_OFFER, OTHER_TIER,
                    OTHER_AUDIENCE, OTHER_PARTNER, OTHER_STORE, OTHER_CHANNEL, OTHER_HOURS, OTHER_WEEKDAY,
                    OTHER_DAY_OF_MONTH, OTHER_DATE, NOT_FIRST_PURCHASE, NO_BIRTHDAY, OTHER_PAYMENT, BELOW_MINIMUM,
                    BELOW_ONE_POINT, BELOW_ONE_PIECE, NOTHING_TO_MULTIPLY, OUTSTACKED, USED_UP ->
                outcome.points() == 0 ? "not_applied" : "applied";
        };
    }

    private static LocalText reason(
            RuleOutcome outcome, RuleDefinition definition, Program program, RuleBook book) {
        Conditions conditions = definition.conditions();
        return switch (outcome.reason()) {
            case PER_AMOUNT -> perAmount(definition, base(outcome, program), program);
            case MULTIPLIED -> multiplied(definition, outcome.items(), base(outcome, program));
            case BONUS -> LocalText.of(
                    "Bonus " + MoneyText.number(wanted(outcome)).id() + MoneyText.TIE + "poin",
                    "A bonus of " + points(wanted(outcome)));
            case PER_PIECE -> perPiece(outcome, definition);
            case NOTHING_EARNS -> LocalText.of("Barang ini tidak memberi poin", "These products earn no points");
            case NO_MATCHING_LINES -> LocalText.of(
                    "Tidak ada barang yang termasuk", "None of the products take part");
            case OTHER_WEEKDAY -> LocalText.of(
                    "Hanya berlaku pada hari "
                            + days(definition.conditions().weekdays(), INDONESIAN),
                    "Only on " + days(definition.conditions().weekdays(), Locale.ENGLISH));
            case OTHER_HOURS -> {
                LocalText spans = Words.of(conditions.ofTimes().hours());
                yield LocalText.of("Hanya berlaku pukul " + spans.id(), "Only at " + spans.en());
            }
            case OTHER_DAY_OF_MONTH -> {
                LocalText days = Words.days(conditions.ofTimes().daysOfMonth());
                yield LocalText.of("Hanya berlaku " + days.id(), "Only " + days.en());
            }
            case OTHER_DATE -> {
                LocalText names = ConditionSentences.names(conditions.ofTimes().calendars(), book.calendars());
                yield names.id().isEmpty()
                        ? LocalText.of("Hanya berlaku pada hari tertentu", "Only on certain days")
                        : LocalText.of("Hanya berlaku selama " + names.id(), "Only during " + names.en());
            }
            case OTHER_AUDIENCE -> LocalText.of("Hanya untuk anggota pilihan", "Only for chosen members");
            case OTHER_PARTNER -> LocalText.of("Tidak berlaku di mitra ini", "Not at this partner");
            case OTHER_STORE -> LocalText.of("Tidak berlaku di toko ini", "Not in this store");
            case OTHER_CHANNEL -> {
                LocalText channels = Words.any(conditions.ofPlace().channels().stream().sorted().toList(), Words::of);
                yield LocalText.of("Hanya untuk belanja " + channels.id(), "Only for purchases " + channels.en());
            }
            case NOT_FIRST_PURCHASE -> LocalText.of("Hanya untuk belanja pertama", "Only for the first purchase");
            case NO_BIRTHDAY -> {
                LocalText near = conditions.ofBuyer().birthday() == null
                        ? Words.NOTHING
                        : Words.of(conditions.ofBuyer().birthday());
                yield LocalText.of("Hanya " + near.id(), "Only " + near.en());
            }
            case OTHER_PAYMENT -> {
                LocalText kinds = Words.any(conditions.ofPayments().stream().sorted().toList(), Words::of);
                yield LocalText.of("Hanya bila dibayar dengan " + kinds.id(), "Only when paid by " + kinds.en());
            }
            case BELOW_ONE_PIECE -> LocalText.of("Belum ada satu barang utuh", "Less than one whole piece");
            case NOTHING_TO_MULTIPLY -> LocalText.of(
                    "Tidak ada poin untuk dikalikan", "There are no points to multiply");
            case USED_UP -> LocalText.of("Batasnya sudah tercapai", "Its limit is reached");
            case OUTSTACKED -> LocalText.of(
                    "Aturan lain dari kelompok yang sama didahulukan", "Another rule of the group went first");
            case OTHER_TIER -> LocalText.of("Hanya untuk tingkat lain", "Only for another tier");
            case NEEDS_OFFER -> LocalText.of(
                    "Penawaran ini tidak aktif saat belanja", "This offer was not active at the time of the purchase");
            case BELOW_MINIMUM -> belowMinimum(base(outcome, program), MoneyText.of(definition.conditions().minimum(), program.currency()));
            case BELOW_ONE_POINT -> {
                LocalText base = base(outcome, program);
                yield LocalText.of(
                        base.id() + " belum cukup untuk 1" + MoneyText.TIE + "poin",
                        base.en() + " is not enough for 1" + MoneyText.TIE + "point");
            }
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

    private static LocalText base(RuleOutcome outcome, Program program) {
        return MoneyText.of(outcome.base(), program.currency());
    }

    private static long wanted(RuleOutcome outcome) {
        return outcome.wanted() == null ? outcome.points() : outcome.wanted();
    }

    private static LocalText perPiece(RuleOutcome outcome, RuleDefinition definition) {
        long each = definition.effect() instanceof Effect.PerPiece piece ? piece.points() : 1;
        long pieces = wanted(outcome) / each;
        return LocalText.of(
                MoneyText.number(each).id() + MoneyText.TIE + "poin tiap barang, untuk " + MoneyText.number(pieces).id()
                        + MoneyText.TIE + "barang",
                points(each) + " for every piece, for " + MoneyText.number(pieces).en() + MoneyText.TIE
                        + (pieces == 1 ? "piece" : "pieces"));
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
