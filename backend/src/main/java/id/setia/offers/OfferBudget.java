package id.setia.offers;

import id.setia.limits.LimitCounter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How much an offer gives at most, to all members together.
 *
 * @param uses purchases it may serve, or vouchers it may give, 1 or more; empty for any number
 * @param points it may give, 1 or more; empty for any number
 */
record OfferBudget(Optional<Long> uses, Optional<Long> points) {

    static final OfferBudget NONE = new OfferBudget(Optional.empty(), Optional.empty());

    boolean isSet() {
        return uses.isPresent() || points.isPresent();
    }

    /** The counters it is kept in: uses by the offer, points by its rule. */
    Stream<UUID> counters(UUID offerId, Optional<UUID> ruleId) {
        return isSet() ? Stream.concat(Stream.of(offerId), ruleId.stream()) : Stream.empty();
    }

    /** What is left of it by the counters; all of it where nothing was counted yet. */
    OfferBudget left(UUID offerId, Optional<UUID> ruleId, Map<UUID, LimitCounter> counters) {
        Optional<LimitCounter> served = Optional.ofNullable(counters.get(offerId));
        Optional<LimitCounter> given = ruleId.map(counters::get);
        return new OfferBudget(
                uses.map(all -> served.map(LimitCounter::left).orElse(all)),
                points.map(all -> given.map(LimitCounter::left).orElse(all)));
    }

    /** Of what is left: whether nothing is. */
    boolean isUsedUp() {
        return Stream.concat(uses.stream(), points.stream()).anyMatch(left -> left == 0);
    }
}
