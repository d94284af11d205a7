package id.setia.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One immutable version of a rule.
 *
 * @param from the first moment it judges
 * @param until the moment it ends, empty while open
 */
public record RuleVersion(
        UUID ruleId, String code, int version, Instant from, Optional<Instant> until, RuleDefinition definition) {

    boolean inForce(Instant moment) {
        return !from.isAfter(moment) && until.filter(end -> !end.isAfter(moment)).isEmpty();
    }
}
