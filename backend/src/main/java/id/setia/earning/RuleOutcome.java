package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What one version of one rule made of a purchase.
 *
 * @param funder the partner that pays for the points
 * @param base of the lines it looked at, in smallest units
 * @param items how many lines it looked at
 * @param lines its points by line; what belongs to no line stands at position 0
 */
@Serdeable
public record RuleOutcome(
        UUID rule, int version, UUID funder, Reason reason, long points, long base, int items, List<LinePoints> lines) {

    /** Points of a rule on one line. */
    @Serdeable
    public record LinePoints(int position, long points) {}

    static RuleOutcome nothing(RuleVersion version, Reason reason, long base, int items) {
        return new RuleOutcome(
                version.ruleId(),
                version.version(),
                version.definition().funderId(),
                reason,
                0,
                base,
                items,
                List.of());
    }
}
