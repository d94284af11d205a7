package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What one version of one rule made of a purchase. As it is kept, what is zero or empty is left out.
 *
 * @param funder the partner that pays for the points
 * @param base of the lines it looked at, in smallest units
 * @param items how many lines it looked at
 * @param lines its points by line; what belongs to no line stands at position 0
 * @param wanted what it would have given without caps and other rules of its group; absent when it gave just that
 * @param ceiling what its caps left when the purchase arrived; absent when nothing capped it
 */
@Serdeable
public record RuleOutcome(
        UUID rule,
        int version,
        UUID funder,
        Reason reason,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long points,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long base,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int items,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<LinePoints> lines,
        @Nullable Long wanted,
        @Nullable Ceiling ceiling) {

    /** Points of a rule on one line. */
    @Serdeable
    public record LinePoints(int position, long points) {}

    public RuleOutcome {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** An outcome that nothing trimmed. */
    public RuleOutcome(
            UUID rule,
            int version,
            UUID funder,
            Reason reason,
            long points,
            long base,
            int items,
            List<LinePoints> lines) {
        this(rule, version, funder, reason, points, base, items, lines, null, null);
    }

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

    /** The same with what stands of it later. */
    RuleOutcome restated(long left, long baseLeft, int itemsLeft, List<LinePoints> linesLeft) {
        return new RuleOutcome(
                rule, version, funder, reason, left, baseLeft, itemsLeft, linesLeft, left == points ? wanted : null,
                ceiling);
    }

    /** The same, giving way to another rule of its group. */
    RuleOutcome outstacked() {
        return new RuleOutcome(
                rule, version, funder, Reason.OUTSTACKED, 0, base, items, List.of(), wanted == null ? points : wanted, ceiling);
    }
}
