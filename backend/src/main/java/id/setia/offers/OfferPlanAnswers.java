package id.setia.offers;

import id.setia.access.StaffNames;
import id.setia.approvals.Approval;
import id.setia.audiences.AudienceTerms;
import id.setia.earning.DraftRejectionResponse;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleExamples;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.limits.LimitCounter;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Offers as staff read them. */
@Singleton
class OfferPlanAnswers {

    private final OfferPlans plans;
    private final OfferBudgets budgets;
    private final EarningRules rules;
    private final OfferBenefits benefits;
    private final OfferPublishing publishing;
    private final StaffNames names;
    private final RuleExamples examples;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    OfferPlanAnswers(
            OfferPlans plans,
            OfferBudgets budgets,
            EarningRules rules,
            OfferBenefits benefits,
            OfferPublishing publishing,
            StaffNames names,
            RuleExamples examples,
            ProgramSettings settings,
            BusinessClock clock) {
        this.plans = plans;
        this.budgets = budgets;
        this.rules = rules;
        this.benefits = benefits;
        this.publishing = publishing;
        this.names = names;
        this.examples = examples;
        this.settings = settings;
        this.clock = clock;
    }

    StaffOfferListResponse all() {
        RuleBook book = rules.book();
        Instant now = clock.now();
        Map<UUID, OfferCounts> counts = plans.counts();
        List<OfferPlan> all = plans.all();
        Map<UUID, LimitCounter> counters = budgets.counters(all);
        return new StaffOfferListResponse(all.stream()
                .map(plan -> response(plan, counts, counters, book, now))
                .sorted(Comparator.comparing(StaffOfferResponse::stage))
                .toList());
    }

    /** @throws Problem {@code offer_not_found} */
    StaffOfferResponse one(UUID offerId) {
        return plans.find(offerId)
                .map(plan -> response(
                        plan, plans.counts(offerId), budgets.counters(List.of(plan)), rules.book(), clock.now()))
                .orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
    }

    private StaffOfferResponse response(
            OfferPlan written,
            Map<UUID, OfferCounts> counts,
            Map<UUID, LimitCounter> counters,
            RuleBook book,
            Instant now) {
        OfferPlan plan = publishing.settled(written);
        OfferBudget left = plan.budget().left(plan.id(), plan.ruleId(), counters);
        Optional<RuleDefinition> benefit = OfferBenefits.rule(plan, book);
        OfferCounts done = counts.getOrDefault(plan.id(), OfferCounts.NONE);
        return new StaffOfferResponse(
                PublicId.OFFER.format(plan.id()),
                plan.stage(now),
                plan.version(),
                plan.name(),
                plan.description(),
                plan.badge(),
                AudienceTerms.of(plan.audience()),
                benefit.map(definition -> BenefitTerms.of(definition, settings.current())).orElse(null),
                benefits.sentence(plan).orElse(null),
                benefit.map(definition -> examples.of(definition, plan.ruleId(), book, now)).orElse(null),
                plan.startsAt().orElse(null),
                plan.endsAt(),
                plan.needsActivation(),
                plan.usesPerMember(),
                plan.holdoutPercent(),
                plan.announced(),
                plan.budget().uses().orElse(null),
                left.uses().orElse(null),
                plan.budget().points().orElse(null),
                left.points().orElse(null),
                left.isUsedUp(),
                done.activated(),
                done.used(),
                done.uses(),
                plan.rewardId().map(PublicId.REWARD::format).orElse(null),
                plan.approvalId().map(PublicId.APPROVAL::format).orElse(null),
                plan.expectedPoints().orElse(null),
                publishing.rejection(written).map(this::rejection).orElse(null));
    }

    private DraftRejectionResponse rejection(Approval rejected) {
        Map<UUID, String> people = names.of(rejected.decidedBy().stream().toList());
        return new DraftRejectionResponse(
                rejected.note(),
                rejected.decidedBy().map(people::get).orElse(null),
                rejected.decidedAt().orElse(rejected.requestedAt()));
    }
}
