package id.setia.posting;

import id.setia.earning.Ceiling;
import id.setia.earning.EarningRules;
import id.setia.earning.Evaluation;
import id.setia.earning.Facts;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.earning.TriedCaps;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What rules make of what is left of a purchase, in the circumstances in which it was judged. */
@Singleton
class PastJudge {

    private final PartnerDirectory partners;
    private final ProgramSettings settings;
    private final EarningRules rules;
    private final MemberRegistry members;

    PastJudge(
            PartnerDirectory partners, ProgramSettings settings, EarningRules rules, MemberRegistry members) {
        this.partners = partners;
        this.settings = settings;
        this.rules = rules;
        this.members = members;
    }

    /** The versions that a judgement considered, in its order. */
    static List<RuleVersion> versions(RuleBook book, Judgement judgement) {
        return book.versions(judgement);
    }

    /** How the versions judge it; of those its judgement considered, what it says stands. */
    Judgement judge(List<RuleVersion> versions, Purchase purchase, Judgement circumstances) {
        return judge(versions, purchase, circumstances, Map.of());
    }

    /**
     * How they judge it with a rule that is tried among them, and counts what that gives.
     *
     * @param caps what the tried rule has given before
     */
    Judgement judge(
            RuleChange change, List<RuleVersion> others, Purchase purchase, Judgement circumstances, TriedCaps caps) {
        UUID tried = change.version().ruleId();
        LocalDate day = settings.current().dateOf(purchase.head().occurredAt());
        Map<UUID, Ceiling> ceilings = caps.ceiling(purchase.memberId().orElse(RuleChange.NEW), day)
                .map(ceiling -> Map.of(tried, ceiling))
                .orElse(Map.of());
        Judgement judged = judge(change.in(others), purchase, circumstances.without(tried), ceilings);
        judged.rules().stream()
                .filter(outcome -> outcome.rule().equals(tried))
                .forEach(outcome -> caps.gave(day, outcome.points()));
        return judged;
    }

    private Judgement judge(
            List<RuleVersion> versions, Purchase purchase, Judgement circumstances, Map<UUID, Ceiling> ceilings) {
        Occasion occasion = new Occasion(
                        purchase.head().occurredAt(),
                        partners.store(purchase.head().storeId())
                                .map(Store::timeZone)
                                .orElse(settings.current().timeZone()),
                        circumstances.tier(),
                        circumstances.throughOffers())
                .with(PurchaseJudge.sale(purchase))
                .with(Optional.ofNullable(circumstances.facts()).orElse(Facts.NONE), birthDate(versions, purchase))
                .withCalendars(rules.book().calendars())
                .withCeilings(ceilings);
        return Evaluation.asIf(circumstances, versions, occasion, PurchaseJudge.remaining(purchase.lines()));
    }

    /** Asked only where a rule looks at it. */
    private Optional<LocalDate> birthDate(List<RuleVersion> versions, Purchase purchase) {
        boolean asked = versions.stream()
                .anyMatch(version -> version.definition().conditions().ofBuyer().birthday() != null);
        Optional<UUID> member = purchase.memberId().filter(ignored -> asked);
        return member.flatMap(id -> Optional.ofNullable(members.members(Set.of(id)).get(id)))
                .flatMap(FoundMember::birthDate);
    }
}
