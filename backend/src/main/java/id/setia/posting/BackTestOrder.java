package id.setia.posting;

import id.setia.earning.RuleDefinition;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What to try on past purchases.
 *
 * @param ruleId the rule that would be changed; null for a new one
 * @param draftId the draft that was tried; null for another source
 * @param version the version that was tried; null for another source, or the latest
 * @param storeIds the stores whose purchases count; null or empty for all
 * @param from the first moment of the purchases
 * @param until the first moment after them
 * @param expectedUsePercent how much of the points will be used, from 0 to 100
 */
@Serdeable
record BackTestOrder(
        @Nullable UUID ruleId,
        @Nullable UUID draftId,
        @Nullable Integer version,
        RuleDefinition definition,
        @Nullable Set<UUID> storeIds,
        Instant from,
        Instant until,
        int expectedUsePercent) {

    private static final Duration LONGEST_BY_WEEK = Duration.ofDays(54 * 7);

    BackTestOrder {
        storeIds = storeIds == null ? Set.of() : Set.copyOf(storeIds);
    }

    /** A rule on all purchases of a time. */
    static BackTestOrder everywhere(Optional<UUID> ruleId, RuleDefinition definition, Instant from, Instant until) {
        return new BackTestOrder(ruleId.orElse(null), null, null, definition, Set.of(), from, until, 100);
    }

    Optional<UUID> changes() {
        return Optional.ofNullable(ruleId);
    }

    boolean covers(UUID storeId) {
        return storeIds.isEmpty() || storeIds.contains(storeId);
    }

    /** Whether the time is short enough to be told week by week. */
    boolean byWeek() {
        return Duration.between(from, until).compareTo(LONGEST_BY_WEEK) <= 0;
    }
}
