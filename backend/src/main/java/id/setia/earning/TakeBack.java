package id.setia.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a refund or a correction takes back, rule by rule. A refund takes the points still standing minus those the
 * remaining lines would have given under the same versions, tier and offers; never more than stands, never less than
 * nothing.
 */
public final class TakeBack {

    private TakeBack() {}

    /**
     * The outcomes of a refund; their points are what is taken back, negative.
     *
     * @param standing the outcomes as they stand now, line points restated
     * @param remaining how the same versions judge what is left
     */
    public static List<RuleOutcome> of(List<RuleOutcome> standing, Judgement remaining) {
        Map<UUID, RuleOutcome> kept = new HashMap<>();
        remaining.rules().forEach(outcome -> kept.put(outcome.rule(), outcome));
        List<RuleOutcome> taken = new ArrayList<>();
        for (RuleOutcome given : standing) {
            RuleOutcome left = kept.get(given.rule());
            long stays = left == null ? 0 : Math.clamp(left.points(), 0, given.points());
            if (given.points() > stays) {
                taken.add(new RuleOutcome(
                        given.rule(),
                        given.version(),
                        given.funder(),
                        Reason.TAKEN_BACK,
                        stays - given.points(),
                        left == null ? 0 : left.base(),
                        0,
                        List.of()));
            }
        }
        return taken;
    }

    /** What stands after the refund: each rule's points less those taken back, spread over the lines that remain. */
    public static List<RuleOutcome> standing(
            List<RuleOutcome> before, List<RuleOutcome> taken, Judgement remaining) {
        Map<UUID, Long> back = new HashMap<>();
        taken.forEach(outcome -> back.put(outcome.rule(), outcome.points()));
        Map<UUID, RuleOutcome> kept = new HashMap<>();
        remaining.rules().forEach(outcome -> kept.put(outcome.rule(), outcome));
        return before.stream()
                .map(given -> restated(given, given.points() + back.getOrDefault(given.rule(), 0L), kept.get(given.rule())))
                .toList();
    }

    /** Everything that stands, taken back for a reason. */
    public static List<RuleOutcome> all(List<RuleOutcome> standing, Reason reason) {
        return part(standing, standing.stream().mapToLong(RuleOutcome::points).sum(), reason);
    }

    /**
     * So many of the points that stand, from each rule its share.
     *
     * @param points no more than stand
     */
    public static List<RuleOutcome> part(List<RuleOutcome> standing, long points, Reason reason) {
        long[] parts = Spread.over(points, standing.stream().map(RuleOutcome::points).toList());
        List<RuleOutcome> taken = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            RuleOutcome given = standing.get(index);
            if (parts[index] > 0) {
                taken.add(new RuleOutcome(
                        given.rule(), given.version(), given.funder(), reason, -parts[index], given.base(), 0, List.of()));
            }
        }
        return taken;
    }

    /** What stands after points were taken while all lines remain: each line keeps its share. */
    public static List<RuleOutcome> lessened(List<RuleOutcome> before, List<RuleOutcome> taken) {
        Map<UUID, Long> back = new HashMap<>();
        taken.forEach(outcome -> back.put(outcome.rule(), outcome.points()));
        return before.stream()
                .map(given -> lessened(given, given.points() + back.getOrDefault(given.rule(), 0L)))
                .toList();
    }

    private static RuleOutcome lessened(RuleOutcome given, long points) {
        return given.restated(points, given.base(), given.items(), spread(points, given.lines()));
    }

    private static List<RuleOutcome.LinePoints> spread(long points, List<RuleOutcome.LinePoints> shares) {
        long[] parts = Spread.over(
                points, shares.stream().map(RuleOutcome.LinePoints::points).toList());
        List<RuleOutcome.LinePoints> lines = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            if (parts[index] > 0) {
                lines.add(new RuleOutcome.LinePoints(shares.get(index).position(), parts[index]));
            }
        }
        return lines;
    }

    static RuleOutcome restated(RuleOutcome given, long points, RuleOutcome left) {
        List<RuleOutcome.LinePoints> lines = spread(points, left == null ? given.lines() : left.lines());
        return given.restated(
                points, left == null ? 0 : left.base(), left == null ? 0 : left.items(), lines);
    }
}
