package id.setia.offers;

import id.setia.audiences.AudienceUse;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.kernel.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which offers, drafts too, are for a saved audience, or give something only to it, and have not ended. */
@Singleton
class OfferAudiences implements AudienceUse {

    private final OfferPlans plans;
    private final EarningRules rules;
    private final BusinessClock clock;

    OfferAudiences(OfferPlans plans, EarningRules rules, BusinessClock clock) {
        this.plans = plans;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<String> of(UUID audienceId) {
        Instant now = clock.now();
        RuleBook book = rules.book();
        return plans.all().stream()
                .filter(plan -> plan.stage(now) != OfferStage.ENDED)
                .filter(plan -> names(plan, book, audienceId))
                .map(plan -> plan.name().id())
                .toList();
    }

    private static boolean names(OfferPlan plan, RuleBook book, UUID audienceId) {
        return plan.audience().saved().filter(audienceId::equals).isPresent()
                || plan.benefit().or(() -> plan.ruleId().flatMap(book::last))
                        .filter(benefit -> benefit.isFor(audienceId))
                        .isPresent();
    }
}
