package id.setia.earning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settles which rules stand beside each other. A multiplier counts what those rules by amount give that stand, so groups
 * are settled one after another, each against those that stand for sure: rules outside groups, then groups without
 * multipliers, then each group whose multipliers need no group that is still open. Where groups need each other, the one
 * goes first that loses least by it: that whose multipliers have the lowest priority, then that which gives most, then the
 * first by name. What stands only grows, so the winner of a group never ends up with nothing.
 */
final class Stacks {

    private static final Comparator<StackGroup> LOSES_LEAST = Comparator.comparingInt(StackGroup::multiplierPriority)
            .thenComparing(StackGroup::surePoints, Comparator.reverseOrder())
            .thenComparing(StackGroup::name);

    private final List<Claim> standing = new ArrayList<>();
    private final List<StackGroup> settled = new ArrayList<>();

    private Stacks() {}

    static List<RuleOutcome> outcomes(List<Claim> claims) {
        Stacks stacks = new Stacks();
        TreeMap<String, StackGroup> groups = new TreeMap<>();
        for (Claim claim : claims) {
            Optional<String> group = claim.isOpen() ? claim.definition().group() : Optional.empty();
            if (group.isPresent()) {
                groups.computeIfAbsent(group.get(), StackGroup::new).add(claim);
            } else if (claim.isBase()) {
                stacks.standing.add(claim);
            }
        }
        stacks.settle(groups.values());
        return stacks.outcomesOf(claims);
    }

    private void settle(Collection<StackGroup> groups) {
        List<StackGroup> open = new ArrayList<>();
        for (StackGroup group : groups) {
            if (group.hasMultipliers()) {
                open.add(group);
            } else {
                settle(group);
            }
        }
        while (!open.isEmpty()) {
            StackGroup next = next(open);
            open.remove(next);
            settle(next);
        }
    }

    private StackGroup next(List<StackGroup> open) {
        if (open.size() == 1) {
            return open.getFirst();
        }
        return open.stream()
                .filter(group -> open.stream().noneMatch(other -> other != group && group.needs(other)))
                .findFirst()
                .orElseGet(() -> amongThoseThatNeedEachOther(open));
    }

    /** One that others need, since only those can change what the others give. */
    private StackGroup amongThoseThatNeedEachOther(List<StackGroup> open) {
        open.forEach(group -> group.settle(standing));
        return open.stream()
                .filter(group -> open.stream().anyMatch(other -> other != group && other.needs(group)))
                .min(LOSES_LEAST)
                .orElseThrow();
    }

    private void settle(StackGroup group) {
        group.settle(standing);
        group.standing().ifPresent(standing::add);
        settled.add(group);
    }

    private List<RuleOutcome> outcomesOf(List<Claim> claims) {
        List<RuleOutcome> outcomes = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            RuleOutcome outcome = claim.outcome(claim.wanted(standing), standing);
            outcomes.add(outcome.points() > 0 && givesWay(claim) ? outcome.outstacked() : outcome);
        }
        return outcomes;
    }

    private boolean givesWay(Claim claim) {
        for (StackGroup group : settled) {
            if (group.isBeaten(claim)) {
                return true;
            }
        }
        return false;
    }
}
