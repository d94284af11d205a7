package id.setia.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a refund takes back, rule by rule: the points still standing minus those the remaining lines would have given under
 * the same versions, tier and offers; never more than stands, never less than nothing.
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

    private static RuleOutcome restated(RuleOutcome given, long points, RuleOutcome left) {
        List<RuleOutcome.LinePoints> lines = given.lines();
        if (left != null && left.points() == points) {
            lines = left.lines();
        } else if (points == 0) {
            lines = List.of();
        }
        return new RuleOutcome(
                given.rule(),
                given.version(),
                given.funder(),
                given.reason(),
                points,
                left == null ? 0 : left.base(),
                left == null ? 0 : left.items(),
                lines);
    }
}
