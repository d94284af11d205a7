package id.setia.earning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of one group that may give something, of which one gives. */
final class StackGroup {

    /**
     * One rule and what it would give if it were the only one of its group.
     *
     * @param points with its caps
     */
    private record Candidate(Claim claim, long points) {}

    /** Those that give anything, by priority, then by what they give, then by code. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing((Candidate one) -> one.points() == 0)
            .thenComparingInt(one -> -one.claim().definition().priority())
            .thenComparingLong(one -> -one.points())
            .thenComparing(one -> one.claim().version().code());

    private final String name;
    private final List<Claim> rules = new ArrayList<>();
    private Optional<Candidate> best = Optional.empty();

    StackGroup(String name) {
        this.name = name;
    }

    void add(Claim rule) {
        rules.add(rule);
    }

    String name() {
        return name;
    }

    boolean hasMultipliers() {
        return rules.stream().anyMatch(Claim::isMultiplier);
    }

    int multiplierPriority() {
        return rules.stream()
                .filter(Claim::isMultiplier)
                .mapToInt(rule -> rule.definition().priority())
                .max()
                .orElse(0);
    }

    /** Whether what its multipliers give may grow by a rule of the other. */
    boolean needs(StackGroup other) {
        return rules.stream()
                .filter(Claim::isMultiplier)
                .anyMatch(rule -> other.rules.stream()
                        .anyMatch(base -> base.isBase() && base.gives() && rule.sharesGoodsWith(base)));
    }

    /** Finds the one that gives, as far as the rules that stand say it. */
    void settle(List<Claim> standing) {
        best = rules.stream()
                .map(rule -> new Candidate(rule, rule.granted(rule.wanted(standing))))
                .min(BEST_FIRST);
    }

    long surePoints() {
        return best.map(Candidate::points).orElse(0L);
    }

    /**
     * The rule by amount that multipliers count, once the group is settled: the one that gives or, in a group of none that
     * gives and no multiplier, the one that comes nearest, since its fraction counts as that of a rule outside groups does.
     */
    Optional<Claim> standing() {
        if (surePoints() > 0 || hasMultipliers()) {
            return best.filter(found -> found.points() > 0).map(Candidate::claim).filter(Claim::isBase);
        }
        return rules.stream()
                .filter(Claim::isBase)
                .min(Comparator.comparingInt((Claim rule) -> -rule.definition().priority())
                        .thenComparing(rule -> rule.version().code()));
    }

    /** Whether the rule is of this group and another gives. */
    boolean isBeaten(Claim rule) {
        return surePoints() > 0
                && best.orElseThrow().claim() != rule
                && rules.stream().anyMatch(own -> own == rule);
    }
}
