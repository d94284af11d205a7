package id.setia.posting;

import id.setia.earning.ExplanationItem;
import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.RuleBook;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells why a rule that is tried gives a purchase other points. */
final class BackTestReasons {

    private static final int MOST = 2;

    private final Explanations explanations;
    private final RuleBook before;
    private final RuleBook with;

    BackTestReasons(Explanations explanations, RuleBook before, RuleBook with) {
        this.explanations = explanations;
        this.before = before;
        this.with = with;
    }

    /** The rules whose points differ, those that differ most first. */
    List<BackTestReason> between(Judgement judgedBefore, Judgement judgedWith) {
        Map<String, BackTestReason> reasons = new LinkedHashMap<>();
        for (ExplanationItem item : explanations.of(judgedBefore, before)) {
            reasons.put(item.ruleId(), new BackTestReason(item.name(), item.points(), 0, item.reason()));
        }
        for (ExplanationItem item : explanations.of(judgedWith, with)) {
            long points = reasons.containsKey(item.ruleId()) ? reasons.get(item.ruleId()).pointsBefore() : 0;
            reasons.put(item.ruleId(), new BackTestReason(item.name(), points, item.points(), item.reason()));
        }
        return reasons.values().stream()
                .filter(reason -> reason.pointsBefore() != reason.pointsWith())
                .sorted(Comparator.comparingLong(reason -> -Math.abs(reason.pointsWith() - reason.pointsBefore())))
                .limit(MOST)
                .toList();
    }
}
