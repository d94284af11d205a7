package id.setia.posting;

import id.setia.earning.RuleDefinition;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What to try on past purchases.
 *
 * @param ruleId the rule that would be changed; null for a new one
 * @param from the first moment of the purchases
 * @param until the first moment after them
 * @param expectedUsePercent how much of the points will be used, from 0 to 100
 */
@Serdeable
record BackTestOrder(
        @Nullable UUID ruleId, RuleDefinition definition, Instant from, Instant until, int expectedUsePercent) {

    Optional<UUID> changes() {
        return Optional.ofNullable(ruleId);
    }
}
