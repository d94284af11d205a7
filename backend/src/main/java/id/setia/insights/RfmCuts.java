package id.setia.insights;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures at which the scores of a run change, four for each: a score is one more than the number of cuts the figure
 * exceeds. Empty while the run has not come to them.
 *
 * <p>Each figure is cut on its own into quintiles of the members (Hughes, Strategic Database Marketing, 1994; independent
 * scoring in the words of Miglautsch, Thoughts on RFM Scoring, Journal of Database Marketing 8, 2000). Equal figures always
 * share a score: it is 1 + ⌊5 × members with a lower figure ÷ members⌋, so that a score is reached by exceeding as many
 * members as its quintile says, and groups are of unequal size where many share a figure.
 */
@Serdeable
record RfmCuts(List<LocalDate> recency, List<Long> frequency, List<Long> monetary) {

    static final RfmCuts NONE = new RfmCuts(List.of(), List.of(), List.of());
    static final int SCORES = 5;

    /**
     * Where, among the figures in rising order counted from 0, the cut below a score stands.
     *
     * @param score 2 to 5
     */
    static long place(int score, long members) {
        return Math.ceilDiv((score - 1) * members, (long) SCORES) - 1;
    }

    static <T extends Comparable<? super T>> int score(T figure, List<T> cuts) {
        return 1 + (int) cuts.stream().filter(cut -> figure.compareTo(cut) > 0).count();
    }
}
