package id.setia.earning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles which rules stand beside each other. Multipliers count what the rules by amount give; those are settled first
 * among themselves, and once more after all of a group are compared.
 */
final class Stacks {

    private Stacks() {}

    static List<RuleOutcome> outcomes(List<Claim> claims) {
        List<Claim> bases = bases(claims, Set.of());
        List<RuleOutcome> outcomes = outcomes(claims, bases);
        if (claims.stream().allMatch(claim -> claim.definition().stacking() == null)) {
            return outcomes;
        }
        Set<Claim> losers = losers(claims, outcomes);
        List<Claim> standing = bases(claims, losers);
        if (!standing.equals(bases)) {
            outcomes = outcomes(claims, standing);
        }
        List<RuleOutcome> settled = new ArrayList<>(outcomes);
        for (int index = 0; index < settled.size(); index++) {
            if (losers.contains(claims.get(index))) {
                settled.set(index, settled.get(index).outstacked());
            }
        }
        return settled;
    }

    private static List<RuleOutcome> outcomes(List<Claim> claims, List<Claim> bases) {
        List<RuleOutcome> outcomes = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            outcomes.add(claim.outcome(claim.wanted(bases), bases));
        }
        return outcomes;
    }

    /** The rules by amount that apply; of a group, the one that wins among them. */
    private static List<Claim> bases(List<Claim> claims, Set<Claim> losers) {
        List<Claim> bases = claims.stream()
                .filter(claim -> claim.isOpen() && claim.definition().effect() instanceof Effect.PerAmount)
                .filter(claim -> !losers.contains(claim))
                .toList();
        Set<Claim> beaten = losers(bases, outcomes(bases, List.of()));
        return beaten.isEmpty() ? bases : bases.stream().filter(claim -> !beaten.contains(claim)).toList();
    }

    /** Those that give way to another of their group. */
    private static Set<Claim> losers(List<Claim> claims, List<RuleOutcome> outcomes) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int index = 0; index < claims.size(); index++) {
            Optional<String> group = claims.get(index).definition().group();
            if (group.isPresent() && outcomes.get(index).points() > 0) {
                groups.computeIfAbsent(group.get(), ignored -> new ArrayList<>()).add(index);
            }
        }
        Set<Claim> losers = new HashSet<>();
        for (List<Integer> rivals : groups.values()) {
            rivals.stream()
                    .sorted(Comparator.comparingInt((Integer index) -> -claims.get(index).definition().priority())
                            .thenComparingLong(index -> -outcomes.get(index).points())
                            .thenComparing(index -> claims.get(index).version().code()))
                    .skip(1)
                    .forEach(index -> losers.add(claims.get(index)));
        }
        return losers;
    }
}
