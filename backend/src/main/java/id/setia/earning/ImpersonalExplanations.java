package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Explanations for partners that do not own the programme: points as they are, but not that the member has a birthday, was
 * chosen for something or holds an offer.
 */
@Singleton
public class ImpersonalExplanations {

    private static final LocalText NAME = LocalText.of("Penawaran untuk anggota", "An offer for members");
    private static final LocalText REASON = LocalText.of("Berlaku untuk belanja ini", "Applies to this purchase");

    private final EarningRules rules;

    ImpersonalExplanations(EarningRules rules) {
        this.rules = rules;
    }

    /** Rules that depend on who the member is lose their names and reasons; those of them that gave nothing are left out. */
    public List<ExplanationItem> of(List<ExplanationItem> told) {
        RuleBook book = rules.book();
        return told.stream()
                .filter(item -> item.points() != 0 || !isPersonal(book, item))
                .map(item -> isPersonal(book, item) ? item.called(NAME, REASON) : item)
                .toList();
    }

    private static boolean isPersonal(RuleBook book, ExplanationItem item) {
        return PublicId.RULE.parse(item.ruleId())
                .flatMap(rule -> book.version(rule, item.ruleVersion()))
                .map(RuleVersion::definition)
                .filter(definition -> definition.conditions().isPersonal())
                .isPresent();
    }
}
