package id.setia.posting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What each person and each cashier did on a day beside selling, the unusual first: more than three times the median of
 * the day's others of their sort, and at least five acts.
 */
@Singleton
class DailyList {

    private static final int FEW = 5;
    private static final int TIMES_MEDIAN = 3;

    private final Corrections corrections;

    DailyList(Corrections corrections) {
        this.corrections = corrections;
    }

    /** Acts of one kind, with their points without sign. */
    record Done(long acts, long points) {

        private Done plus(Done other) {
            return new Done(acts + other.acts, points + other.points);
        }
    }

    /** One person's or cashier's day. */
    record Row(Correction.Actor actor, Map<CorrectionKind, Done> done, boolean unusual) {

        Done all() {
            return done.values().stream().reduce(new Done(0, 0), Done::plus);
        }
    }

    /** @param stores only acts in these; everywhere when empty */
    List<Row> of(LocalDate day, Optional<Collection<UUID>> stores) {
        Map<Correction.Actor, Map<CorrectionKind, Done>> days = new LinkedHashMap<>();
        for (Corrections.Count count : corrections.counts(day, stores)) {
            days.computeIfAbsent(who(count.actor()), ignored -> new EnumMap<>(CorrectionKind.class))
                    .merge(count.kind(), new Done(count.acts(), count.points()), Done::plus);
        }
        List<Row> rows = new ArrayList<>();
        days.forEach((actor, done) -> rows.add(new Row(actor, done, false)));
        double ofStaff = median(rows, true);
        double ofTills = median(rows, false);
        return rows.stream()
                .map(row -> new Row(
                        row.actor(), row.done(), isUnusual(row, row.actor().staffId().isPresent() ? ofStaff : ofTills)))
                .sorted(Comparator.comparing(Row::unusual)
                        .thenComparing(row -> row.all().acts())
                        .thenComparing(row -> row.all().points())
                        .reversed())
                .toList();
    }

    /** A member of staff is one wherever they acted. */
    private static Correction.Actor who(Correction.Actor actor) {
        return actor.staffId().isPresent()
                ? Correction.Actor.staff(actor.staffId().get(), Optional.empty())
                : actor;
    }

    private static boolean isUnusual(Row row, double median) {
        return row.all().acts() >= FEW && row.all().acts() > TIMES_MEDIAN * median;
    }

    /** The acts of the one in the middle, the lower of two; 1 where there is nobody to compare with. */
    private static double median(List<Row> rows, boolean staff) {
        long[] acts = rows.stream()
                .filter(row -> row.actor().staffId().isPresent() == staff)
                .mapToLong(row -> row.all().acts())
                .sorted()
                .toArray();
        return acts.length < 2 ? 1 : acts[(acts.length - 1) / 2];
    }
}
