package id.setia.posting;

import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleDrafts;
import id.setia.earning.RuleTerms;
import id.setia.earning.RuleTermsReader;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What staff want to try: unsaved terms, a draft, or any version of a rule. */
@Singleton
class RuleChanges {

    private final EarningRules rules;
    private final RuleDrafts drafts;
    private final RuleTermsReader reader;

    RuleChanges(EarningRules rules, RuleDrafts drafts, RuleTermsReader reader) {
        this.rules = rules;
        this.drafts = drafts;
        this.reader = reader;
    }

    /**
     * The rule as it would be.
     *
     * @param terms unsaved ones; null for a draft or a version
     * @param draftId of a draft; null otherwise
     * @param ruleId the rule that is changed, or whose version is tried; null for a new one
     * @param number of the version; null for the latest
     * @throws Problem {@code validation_failed} unless it is one of them, {@code rule_not_found},
     *     {@code rule_version_not_found}, {@code rule_draft_not_found}
     */
    RuleChange of(RuleTerms terms, String draftId, String ruleId, Integer number) {
        Optional<UUID> rule = Optional.ofNullable(ruleId)
                .map(text -> PublicId.RULE.parseOr(text, ProblemCode.RULE_NOT_FOUND));
        if (terms != null) {
            refuse(draftId, "/draftId");
            refuse(number, "/version");
            return change(rule, reader.read(terms, "/terms"));
        }
        if (draftId != null) {
            refuse(ruleId, "/ruleId");
            refuse(number, "/version");
            RuleDrafts.Content draft =
                    drafts.content(PublicId.RULE_DRAFT.parseOr(draftId, ProblemCode.RULE_DRAFT_NOT_FOUND));
            return change(draft.ruleId(), draft.definition());
        }
        return change(rule, version(rule.orElseThrow(() -> Problem.invalid("/terms", "required")), number));
    }

    private static void refuse(Object value, String pointer) {
        if (value != null) {
            throw Problem.invalid(pointer, "must_be_absent");
        }
    }

    private RuleDefinition version(UUID ruleId, Integer number) {
        RuleBook book = rules.book();
        if (book.versions(ruleId).isEmpty()) {
            throw Problem.of(ProblemCode.RULE_NOT_FOUND);
        }
        return book.versions(ruleId).stream()
                .filter(version -> number == null ? !version.isEnd() : version.version() == number)
                .findFirst()
                .map(RuleVersion::definition)
                .orElseThrow(() -> Problem.of(ProblemCode.RULE_VERSION_NOT_FOUND));
    }

    private RuleChange change(Optional<UUID> ruleId, RuleDefinition definition) {
        if (definition.trigger() != Trigger.PURCHASE) {
            throw Problem.invalid("/terms/kind", "value_unknown", "base, multiplier, bonus, per_piece");
        }
        return RuleChange.of(rules.book(), ruleId, definition);
    }
}
