package id.setia.insights;

import java.util.List;

/**
 * Which members by their scores; an empty list wants nothing of its figure.
 *
 * @param recency scores from 1 to 5
 * @param frequency scores from 1 to 5
 * @param monetary scores from 1 to 5
 */
public record RfmWanted(
        List<Integer> recency, List<Integer> frequency, List<Integer> monetary, List<RfmSegment> segments) {

    public boolean matches(RfmScore score) {
        return isAmong(recency, score.recency())
                && isAmong(frequency, score.frequency())
                && isAmong(monetary, score.monetary())
                && (segments.isEmpty() || segments.contains(score.segment()));
    }

    private static boolean isAmong(List<Integer> scores, int score) {
        return scores.isEmpty() || scores.contains(score);
    }
}
