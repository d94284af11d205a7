package id.setia.offers;

import id.setia.audiences.AudienceUse;
import id.setia.kernel.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which offers, drafts too, are for a saved audience and have not ended. */
@Singleton
class OfferAudiences implements AudienceUse {

    private final OfferPlans plans;
    private final BusinessClock clock;

    OfferAudiences(OfferPlans plans, BusinessClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public List<String> of(UUID audienceId) {
        Instant now = clock.now();
        return plans.all().stream()
                .filter(plan -> plan.stage(now) != OfferStage.ENDED)
                .filter(plan -> plan.audience().saved().filter(audienceId::equals).isPresent())
                .map(plan -> plan.name().id())
                .toList();
    }
}
