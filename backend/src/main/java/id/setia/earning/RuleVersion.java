package id.setia.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One immutable version of a rule.
 *
 * @param from the first moment it judges; from then on no version with a lower number does
 * @param until the moment the rule ends unless a later version has begun, empty while open; a version that ends as it
 *     begins ends the rule
 */
public record RuleVersion(
        UUID ruleId, String code, int version, Instant from, Optional<Instant> until, RuleDefinition definition) {

    boolean hasBegun(Instant moment) {
        return !from.isAfter(moment);
    }

    boolean hasEnded(Instant moment) {
        return until.filter(end -> !end.isAfter(moment)).isPresent();
    }

    /** Whether it judges nothing and only ends the rule. */
    public boolean isEnd() {
        return until.filter(from::equals).isPresent();
    }
}
