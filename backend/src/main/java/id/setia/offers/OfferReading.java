package id.setia.offers;

import id.setia.earning.RuleBookReading;
import id.setia.limits.LimitCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What decides which offers a member has, read along with other rows of theirs.
 *
 * @param running offers that run now
 * @param rules the benefits of those that have some
 * @param known what the member did with offers, by offer
 * @param audiences the saved audiences of offers that the member is in
 * @param counters what of offers' budgets and vouchers is gone
 * @param bought what the member often buys, where an offer is for some categories
 */
public record OfferReading(
        List<Offer> running,
        RuleBookReading rules,
        Map<UUID, Activation> known,
        Set<UUID> audiences,
        Map<UUID, LimitCounter> counters,
        Optional<Map<String, Long>> bought) {

    static OfferReading of(
            List<Offer> running,
            RuleBookReading rules,
            Set<UUID> audiences,
            Map<UUID, LimitCounter> counters,
            Optional<Map<String, Long>> bought) {
        return new OfferReading(running, rules, new HashMap<>(), audiences, counters, bought);
    }
}
