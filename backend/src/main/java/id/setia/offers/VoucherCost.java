package id.setia.offers;

import id.setia.earning.RuleCost;
import id.setia.kernel.BusinessClock;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardChanging;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the vouchers of offers cost, and that a reward is not made dearer behind the back of who agreed to that. */
@Singleton
class VoucherCost {

    private final OfferPlans plans;
    private final RuleCost cost;
    private final ProgramSettings program;
    private final BusinessClock clock;

    VoucherCost(OfferPlans plans, RuleCost cost, ProgramSettings program, BusinessClock clock) {
        this.plans = plans;
        this.cost = cost;
        this.program = program;
        this.clock = clock;
    }

    /** Points that all its vouchers are worth; empty where nobody knows. */
    static Optional<Long> of(OfferPlan plan, Optional<Reward> reward, Program program) {
        return plan.budget()
                .uses()
                .flatMap(uses -> reward.flatMap(given -> given.worth(program.worthOfOne()))
                        .map(each -> saturated(uses, each)));
    }

    private static long saturated(long uses, long each) {
        return each > 0 && uses > Long.MAX_VALUE / each ? Long.MAX_VALUE : uses * each;
    }

    /** An offer in force, or waiting for a second person, gives no more than was decided. */
    @EventListener
    void on(RewardChanging changing) {
        if (!changing.after().isDearerThan(changing.before(), program.current().worthOfOne())) {
            return;
        }
        plans.ofReward(changing.after().id(), clock.now()).stream()
                .filter(plan -> !plan.draft() || plan.approvalId().isPresent())
                .forEach(plan -> cost.refuseVouchersAboveLimit(of(plan, Optional.of(changing.after()), program.current())));
    }
}
