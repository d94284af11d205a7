package id.setia.audiences;

import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.members.MemberState;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.List;

/** Criteria as staff read them. */
@Singleton
class CriterionAnswers {

    private final ProgramSettings settings;

    CriterionAnswers(ProgramSettings settings) {
        this.settings = settings;
    }

    CriterionTerms of(Criterion criterion) {
        Draft draft = new Draft();
        switch (criterion) {
            case Criterion.All all -> draft.join(CriterionKind.ALL, each(all.criteria()));
            case Criterion.Any any -> draft.join(CriterionKind.ANY, each(any.criteria()));
            case Criterion.None none -> draft.join(CriterionKind.NONE, each(none.criteria()));
            case Criterion.Language language -> {
                draft.kind = CriterionKind.LANGUAGE;
                draft.languages = language.languages();
            }
            case Criterion.Joined joined -> {
                draft.kind = CriterionKind.JOINED;
                draft.joined = joined;
            }
            case Criterion.BirthdayMonth birthday -> {
                draft.kind = CriterionKind.BIRTHDAY_MONTH;
                draft.months = birthday.months();
            }
            case Criterion.State state -> {
                draft.kind = CriterionKind.STATE;
                draft.states = state.states().stream().map(MemberState::value).toList();
            }
            case Criterion.Tiers tiers -> {
                draft.kind = CriterionKind.TIERS;
                draft.tiers = tiers.tiers();
            }
            case Criterion.Balance balance -> {
                draft.kind = CriterionKind.BALANCE;
                draft.fewest = balance.least();
                draft.most = bounded(balance.most());
            }
            case Criterion.Bought bought -> draft.bought(bought, settings.current());
            case Criterion.Consent consent -> {
                draft.kind = CriterionKind.CONSENT;
                draft.consent = consent;
            }
            case Criterion.RfmCell cell -> {
                draft.kind = CriterionKind.RFM;
                draft.cell = cell;
            }
            case Criterion.OnList list -> {
                draft.kind = CriterionKind.LIST;
                draft.audienceId = PublicId.AUDIENCE.format(list.audienceId());
            }
        }
        return draft.terms();
    }

    private List<CriterionTerms> each(List<Criterion> criteria) {
        return criteria.stream().map(this::of).toList();
    }

    private static Long bounded(long figure) {
        return figure == Long.MAX_VALUE || figure == Long.MIN_VALUE ? null : figure;
    }

    /** Terms of which most is absent. */
    private static final class Draft {

        private CriterionKind kind;
        private List<CriterionTerms> criteria;
        private List<String> languages;
        private Criterion.Joined joined = new Criterion.Joined(null, null);
        private List<Integer> months;
        private List<String> states;
        private List<String> tiers;
        private Long fewest;
        private Long most;
        private Money leastSpend;
        private Money mostSpend;
        private Integer withinDays;
        private String category;
        private List<String> stores;
        private Criterion.Consent consent;
        private Criterion.RfmCell cell = new Criterion.RfmCell(null, null, null, null);
        private String audienceId;

        private void join(CriterionKind how, List<CriterionTerms> within) {
            kind = how;
            criteria = within;
        }

        private void bought(Criterion.Bought bought, Program program) {
            kind = CriterionKind.PURCHASES;
            withinDays = bought.withinDays();
            category = bought.category();
            stores = bought.stores().stream().map(PublicId.STORE::format).toList();
            fewest = bought.fewest();
            most = bounded(bought.most());
            leastSpend = bounded(bought.leastSpend()) == null ? null : program.money(bought.leastSpend());
            mostSpend = bounded(bought.mostSpend()) == null ? null : program.money(bought.mostSpend());
        }

        private CriterionTerms terms() {
            return new CriterionTerms(
                    kind,
                    criteria,
                    languages,
                    joined.from(),
                    joined.until(),
                    months,
                    states,
                    tiers,
                    fewest,
                    most,
                    leastSpend,
                    mostSpend,
                    withinDays,
                    category,
                    stores,
                    consent == null ? null : consent.purpose().value(),
                    consent == null ? null : consent.given(),
                    cell.recency(),
                    cell.frequency(),
                    cell.monetary(),
                    cell.segments(),
                    audienceId);
        }
    }
}
