package id.setia.earning;

import id.setia.kernel.LocalText;
import java.util.Optional;

/** Tells what a rule wanted against what it was granted: which cap trimmed it, or which rule of its group went first. */
final class TrimTexts {

    private TrimTexts() {}

    /** The cap that let the rule give no more, if one did. */
    static Optional<CapKind> cap(RuleOutcome outcome, RuleDefinition definition) {
        if (outcome.wanted() == null || outcome.reason() == Reason.OUTSTACKED) {
            return Optional.empty();
        }
        Ceiling ceiling = outcome.ceiling();
        return ceiling == null || ceiling.points() > outcome.points()
                ? Optional.of(CapKind.PURCHASE)
                : Optional.of(ceiling.by());
    }

    /** The reason with what was wanted and why it was not granted. */
    static LocalText trimmed(
            LocalText reason, RuleOutcome outcome, RuleDefinition definition, Optional<CapKind> cap) {
        if (cap.isEmpty()) {
            return reason;
        }
        LocalText most = most(cap.get(), definition.ofCaps());
        LocalText wanted = RuleSentences.points(outcome.wanted());
        LocalText granted = RuleSentences.points(outcome.points());
        return outcome.points() == 0
                ? LocalText.of(reason.id() + ": " + most.id(), reason.en() + ": " + most.en())
                : LocalText.of(
                        reason.id() + "; " + granted.id() + " dari " + wanted.id() + ": " + most.id(),
                        reason.en() + "; " + granted.en() + " of " + wanted.en() + ": " + most.en());
    }

    private static LocalText most(CapKind kind, Caps caps) {
        return switch (kind) {
            case BUDGET -> LocalText.of("anggaran aturan ini habis", "the budget of this rule is used up");
            case PURCHASE -> Words.perPurchase(caps.perPurchase() == null ? 0 : caps.perPurchase());
            case POINTS_A_DAY, POINTS_A_WEEK, POINTS_A_MONTH, POINTS_A_YEAR, POINTS_EVER, TIMES_A_DAY, TIMES_A_WEEK,
                    TIMES_A_MONTH, TIMES_A_YEAR, TIMES_EVER -> caps.perMember().stream()
                    .filter(cap -> CapKind.of(cap) == kind)
                    .map(Words::of)
                    .findFirst()
                    .orElse(Words.NOTHING);
        };
    }

    /** That another rule of the group gave more, or went first by its priority, with its name. */
    static LocalText outstacked(
            RuleOutcome outcome, RuleDefinition definition, Judgement judgement, RuleBook book) {
        for (RuleOutcome other : judgement.rules()) {
            Optional<RuleDefinition> rival = book.version(other.rule(), other.version())
                    .map(RuleVersion::definition)
                    .filter(rule -> other.points() > 0 && rule.group().isPresent())
                    .filter(rule -> rule.group().equals(definition.group()));
            if (rival.isPresent()) {
                LocalText name = rival.get().name();
                boolean more = outcome.wanted() != null && other.points() > outcome.wanted();
                return more
                        ? LocalText.of(
                                "“" + name.id() + "” dari kelompok yang sama memberi lebih banyak",
                                "“" + name.en() + "” of the same group gave more")
                        : LocalText.of(
                                "“" + name.id() + "” dari kelompok yang sama didahulukan",
                                "“" + name.en() + "” of the same group went first");
            }
        }
        return LocalText.of(
                "Aturan lain dari kelompok yang sama didahulukan", "Another rule of the group went first");
    }
}
