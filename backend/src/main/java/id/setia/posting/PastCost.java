package id.setia.posting;

import id.setia.earning.CostForecast;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reckons what a rule would have cost in the last thirty days; of many purchases by those of some members alone. */
@Singleton
class PastCost implements CostForecast {

    private static final Duration SPAN = Duration.ofDays(30);
    private static final long MOST_PURCHASES = 20_000;

    private final BackTesting testing;
    private final BusinessClock clock;

    PastCost(BackTesting testing, BusinessClock clock) {
        this.testing = testing;
        this.clock = clock;
    }

    @Override
    public Optional<Forecast> of(Optional<UUID> ruleId, RuleDefinition definition) {
        if (definition.trigger() != Trigger.PURCHASE) {
            return Optional.empty();
        }
        Instant now = clock.now();
        BackTestOrder order = BackTestOrder.everywhere(ruleId, definition, now.minus(SPAN), now);
        long purchases = testing.purchases(order);
        if (purchases == 0) {
            return Optional.empty();
        }
        long parts = Math.ceilDiv(purchases, MOST_PURCHASES);
        long difference = testing.tally(order, member -> Math.floorMod(member.hashCode(), parts) == 0, seen -> {})
                .difference();
        return Optional.of(new Forecast(Math.multiplyExact(difference, parts), purchases));
    }
}
