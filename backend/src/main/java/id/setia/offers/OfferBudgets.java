package id.setia.offers;

import id.setia.kernel.Sheaf;
import id.setia.limits.LimitCounter;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What offers have given of their budgets; read, not locked, and only where an offer has one. */
@Singleton
class OfferBudgets {

    private final Limits limits;

    OfferBudgets(Limits limits) {
        this.limits = limits;
    }

    /** Those of the offers that have nothing left to give, of their budget or of the reward whose vouchers they give. */
    Set<UUID> usedUp(Collection<Offer> offers) {
        return usedUp(offers, limits.counters(counted(offers)));
    }

    /** Adds the counters of the offers to the sheaf; known once that is read. */
    Map<UUID, LimitCounter> read(Collection<Offer> offers, Sheaf sheaf) {
        return limits.read(counted(offers), sheaf);
    }

    private static List<UUID> counted(Collection<Offer> offers) {
        return offers.stream()
                .flatMap(offer -> Stream.concat(
                        offer.budget().counters(offer.id(), offer.ruleId()), offer.rewardId().stream()))
                .toList();
    }

    static Set<UUID> usedUp(Collection<Offer> offers, Map<UUID, LimitCounter> counters) {
        return offers.stream()
                .filter(offer -> offer.budget().left(offer.id(), offer.ruleId(), counters).isUsedUp()
                        || offer.rewardId()
                                .map(counters::get)
                                .filter(stock -> stock.left() == 0)
                                .isPresent())
                .map(Offer::id)
                .collect(Collectors.toSet());
    }

    /** The counters of what staff work on. */
    Map<UUID, LimitCounter> counters(Collection<OfferPlan> plans) {
        return limits.counters(plans.stream()
                .flatMap(plan -> plan.budget().counters(plan.id(), plan.ruleId()))
                .toList());
    }
}
