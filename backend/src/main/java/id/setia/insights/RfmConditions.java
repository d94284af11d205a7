package id.setia.insights;

import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.UuidBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Scores as the database works them out from the figures of a run and its cuts. */
final class RfmConditions {

    private RfmConditions() {}

    /** The score of a figure; its four places are the figure's cuts. */
    static String score(String figure) {
        return "1 + (" + figure + " > ?) + (" + figure + " > ?) + (" + figure + " > ?) + (" + figure + " > ?)";
    }

    /** The cuts of all three figures. */
    static List<Object> parameters(RfmCuts cuts) {
        return Stream.of(cuts.recency(), cuts.frequency(), cuts.monetary())
                .<Object>flatMap(List::stream)
                .toList();
    }

    /** Whether a member has the wanted scores in a run. */
    static SqlCondition wanted(RfmRun run, RfmWanted wanted, String member) {
        List<SqlCondition> parts = new ArrayList<>();
        parts.add(SqlCondition.of("x.run_id = ? AND x.member_id = " + member, (Object) UuidBytes.of(run.id())));
        add(parts, "x.last_purchase", run.cuts().recency(), wanted.recency());
        add(parts, "x.purchases", run.cuts().frequency(), wanted.frequency());
        add(parts, "x.spend", run.cuts().monetary(), wanted.monetary());
        if (!wanted.segments().isEmpty()) {
            parts.add(segments(run.cuts(), wanted.segments()));
        }
        SqlCondition all = SqlCondition.all(parts);
        return new SqlCondition("EXISTS (SELECT 1 FROM rfm_member x WHERE " + all.text() + ")", all.values());
    }

    private static void add(List<SqlCondition> parts, String figure, List<?> cuts, List<Integer> scores) {
        if (!scores.isEmpty()) {
            parts.add(among(score(figure), new ArrayList<>(cuts), scores));
        }
    }

    /** Recency times ten plus frequency names the cell. */
    private static SqlCondition segments(RfmCuts cuts, List<RfmSegment> segments) {
        List<Integer> cells = new ArrayList<>();
        for (int recency = 1; recency <= RfmCuts.SCORES; recency++) {
            for (int frequency = 1; frequency <= RfmCuts.SCORES; frequency++) {
                if (segments.contains(RfmSegment.of(recency, frequency))) {
                    cells.add(recency * 10 + frequency);
                }
            }
        }
        List<Object> both = new ArrayList<>(cuts.recency());
        both.addAll(cuts.frequency());
        return among("10 * (" + score("x.last_purchase") + ") + " + score("x.purchases"), both, cells);
    }

    private static SqlCondition among(String number, List<Object> places, List<Integer> wanted) {
        places.addAll(wanted);
        return new SqlCondition(number + " IN " + Sql.places(wanted), places);
    }
}
