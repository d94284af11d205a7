package id.setia.posting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What each person and each cashier did on a day beside selling, the unusual first: at least five acts of a kind, and more
 * than three times the median of the day's others of their sort.
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

        static final Done NOTHING = new Done(0, 0);

        private Done plus(Done other) {
            return new Done(acts + other.acts, points + other.points);
        }
    }

    /**
     * One person's or cashier's day.
     *
     * @param unusual the kinds of which it has far more than others
     */
    record Row(Correction.Actor actor, Map<CorrectionKind, Done> done, Set<CorrectionKind> unusual) {

        Done all() {
            return done.values().stream().reduce(Done.NOTHING, Done::plus);
        }

        private long acts(CorrectionKind kind) {
            return done.getOrDefault(kind, Done.NOTHING).acts();
        }
    }

    /** @param stores only acts in these; everywhere when empty */
    List<Row> of(LocalDate day, Optional<Collection<UUID>> stores) {
        Map<Correction.Actor, Map<CorrectionKind, Done>> days = new LinkedHashMap<>();
        for (Corrections.Count count : corrections.counts(day, stores)) {
            days.computeIfAbsent(who(count.actor()), ignored -> new EnumMap<>(CorrectionKind.class))
                    .merge(count.kind(), new Done(count.acts(), count.points()), Done::plus);
        }
        List<Row> rows = days.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue(), Set.of()))
                .toList();
        return rows.stream()
                .map(row -> new Row(row.actor(), row.done(), unusual(row, rows)))
                .sorted(Comparator.comparing((Row row) -> !row.unusual().isEmpty())
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

    private static Set<CorrectionKind> unusual(Row row, List<Row> all) {
        boolean staff = row.actor().staffId().isPresent();
        List<Row> others = all.stream()
                .filter(other -> other != row && other.actor().staffId().isPresent() == staff)
                .toList();
        Set<CorrectionKind> unusual = EnumSet.noneOf(CorrectionKind.class);
        for (CorrectionKind kind : row.done().keySet()) {
            if (row.acts(kind) >= FEW && row.acts(kind) > TIMES_MEDIAN * median(others, kind)) {
                unusual.add(kind);
            }
        }
        return unusual;
    }

    /** The acts of the one in the middle, the lower of two; 0 where there is nobody to compare with. */
    private static long median(List<Row> others, CorrectionKind kind) {
        long[] acts = others.stream().mapToLong(other -> other.acts(kind)).sorted().toArray();
        return acts.length == 0 ? 0 : acts[(acts.length - 1) / 2];
    }
}
