package id.setia.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What changes for a purchase that is judged again. Per rule the points that stand change by what the new judgement gives
 * more or less than the old rules give for the same goods, so that what was refunded, or taken by hand, stays as it is;
 * never below nothing.
 *
 * @param changes what is given, or negative taken, rule by rule
 * @param standing what stands afterwards
 */
public record Restatement(List<RuleOutcome> changes, Judgement standing) {

    /**
     * Compares.
     *
     * @param standing the points as they stand now
     * @param before how the versions of then judge what is left of the purchase
     * @param after how the changed versions judge it
     */
    public static Restatement of(Judgement standing, Judgement before, Judgement after) {
        Map<UUID, RuleOutcome> stood = byRule(standing);
        Map<UUID, RuleOutcome> gave = byRule(before);
        Map<UUID, RuleOutcome> gives = byRule(after);
        List<RuleOutcome> changes = new ArrayList<>();
        List<RuleOutcome> left = new ArrayList<>();
        for (RuleOutcome now : after.rules()) {
            RuleOutcome stands = stood.get(now.rule());
            long points = Math.max(0, points(stands) + now.points() - points(gave.get(now.rule())));
            if (stands != null && !stands.funder().equals(now.funder())) {
                points = now.points();
                add(changes, stands, -stands.points());
                add(changes, now, points);
            } else if (points < points(stands)) {
                add(changes, stands, points - stands.points());
            } else {
                add(changes, now, points - points(stands));
            }
            left.add(TakeBack.restated(now, points, now));
        }
        for (RuleOutcome stands : standing.rules()) {
            if (!gives.containsKey(stands.rule())) {
                add(changes, stands, -stands.points());
            }
        }
        return new Restatement(changes, standing.with(standing.base(), left));
    }

    private static Map<UUID, RuleOutcome> byRule(Judgement judgement) {
        Map<UUID, RuleOutcome> outcomes = new HashMap<>();
        judgement.rules().forEach(outcome -> outcomes.put(outcome.rule(), outcome));
        return outcomes;
    }

    private static long points(RuleOutcome outcome) {
        return outcome == null ? 0 : outcome.points();
    }

    private static void add(List<RuleOutcome> changes, RuleOutcome of, long points) {
        if (points != 0) {
            changes.add(new RuleOutcome(
                    of.rule(), of.version(), of.funder(), Reason.JUDGED_AGAIN, points, of.base(), 0, List.of()));
        }
    }

    /** Points given less points taken. */
    public long net() {
        return changes.stream().mapToLong(RuleOutcome::points).sum();
    }

    /** What is taken, by funder, each more than 0. */
    public Map<UUID, Long> takenByFunder() {
        Map<UUID, Long> taken = new HashMap<>();
        changes.stream()
                .filter(change -> change.points() < 0)
                .forEach(change -> taken.merge(change.funder(), -change.points(), Math::addExact));
        return taken;
    }

    /** What is given alone. */
    public List<RuleOutcome> given() {
        return changes.stream().filter(change -> change.points() > 0).toList();
    }
}
