package id.setia.offers;

import id.setia.audiences.AudienceTerms;
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
    private final RuleExamples examples;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    OfferPlanAnswers(
            OfferPlans plans,
            OfferBudgets budgets,
            EarningRules rules,
            OfferBenefits benefits,
            OfferPublishing publishing,
            RuleExamples examples,
            ProgramSettings settings,
            BusinessClock clock) {
        this.plans = plans;
        this.budgets = budgets;
        this.rules = rules;
        this.benefits = benefits;
        this.publishing = publishing;
        this.examples = examples;
        this.settings = settings;
        this.clock = clock;
    }

    StaffOfferListResponse all() {
        RuleBook book = rules.book();
        Instant now = clock.now();
        Map<UUID, OfferCounts> counts = plans.counts();
        List<OfferPlan> all = plans.all().stream().map(publishing::settled).toList();
        Map<UUID, LimitCounter> counters = budgets.counters(all);
        return new StaffOfferListResponse(all.stream()
                .map(plan -> response(plan, counts, counters, book, now))
                .sorted(Comparator.comparing(StaffOfferResponse::stage))
                .toList());
    }

    /** @throws Problem {@code offer_not_found} */
    StaffOfferResponse one(UUID offerId) {
        return plans.find(offerId)
                .map(publishing::settled)
                .map(plan -> response(
                        plan, plans.counts(offerId), budgets.counters(List.of(plan)), rules.book(), clock.now()))
                .orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
    }

    private StaffOfferResponse response(
            OfferPlan plan,
            Map<UUID, OfferCounts> counts,
            Map<UUID, LimitCounter> counters,
            RuleBook book,
            Instant now) {
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
                plan.expectedPoints().orElse(null));
    }
}
