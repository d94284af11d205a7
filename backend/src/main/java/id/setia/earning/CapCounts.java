package id.setia.earning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a member got of one capped rule, by period, as one row keeps it: {@code day/2026-11-22=50,1;ever/1970-01-01=850,17}.
 * Only the latest periods in which anything was given are remembered.
 */
final class CapCounts {

    static final CapCounts NONE = new CapCounts(new EnumMap<>(CapPeriod.class));

    /** Points, and how many purchases got any; both 0 or more. */
    record Count(long points, long times) {

        static final Count NOTHING = new Count(0, 0);

        Count plus(long morePoints, long moreTimes) {
            return new Count(Math.max(0, points + morePoints), Math.max(0, times + moreTimes));
        }
    }

    private final Map<CapPeriod, SortedMap<LocalDate, Count>> counts;

    private CapCounts(Map<CapPeriod, SortedMap<LocalDate, Count>> counts) {
        this.counts = counts;
    }

    static CapCounts parse(String text) {
        Map<CapPeriod, SortedMap<LocalDate, Count>> counts = new EnumMap<>(CapPeriod.class);
        for (String part : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] found = part.split("[/=,]");
            counts.computeIfAbsent(CapPeriod.valueOf(found[0].toUpperCase(Locale.ROOT)), ignored -> new TreeMap<>())
                    .put(LocalDate.parse(found[1]), new Count(Long.parseLong(found[2]), Long.parseLong(found[3])));
        }
        return new CapCounts(counts);
    }

    String format() {
        return counts.entrySet().stream()
                .flatMap(period -> period.getValue().entrySet().stream()
                        .map(day -> period.getKey().name().toLowerCase(Locale.ROOT) + "/" + day.getKey() + "="
                                + day.getValue().points() + "," + day.getValue().times()))
                .collect(Collectors.joining(";"));
    }

    /** What was given in the period of a day. */
    Count in(CapPeriod period, LocalDate day) {
        return counts.getOrDefault(period, new TreeMap<>()).getOrDefault(period.begins(day), Count.NOTHING);
    }

    /** With more, or (negative) less, given on a day; what is left is never less than nothing. */
    CapCounts plus(LocalDate day, long points, long times) {
        CapCounts changed = copy();
        for (CapPeriod period : CapPeriod.values()) {
            changed.add(period, period.begins(day), points, times);
        }
        return changed;
    }

    /** With all of another member's. */
    CapCounts plus(CapCounts other) {
        CapCounts changed = copy();
        other.counts.forEach((period, days) ->
                days.forEach((day, count) -> changed.add(period, day, count.points(), count.times())));
        return changed;
    }

    private CapCounts copy() {
        Map<CapPeriod, SortedMap<LocalDate, Count>> copies = new EnumMap<>(CapPeriod.class);
        counts.forEach((period, days) -> copies.put(period, new TreeMap<>(days)));
        return new CapCounts(copies);
    }

    private void add(CapPeriod period, LocalDate begins, long points, long times) {
        SortedMap<LocalDate, Count> days = counts.computeIfAbsent(period, ignored -> new TreeMap<>());
        Count left = days.getOrDefault(begins, Count.NOTHING).plus(points, times);
        if (left.equals(Count.NOTHING)) {
            days.remove(begins);
        } else {
            days.put(begins, left);
        }
        while (days.size() > period.remembered()) {
            days.remove(days.firstKey());
        }
    }

    /** The least that any of the caps leaves on a day; the earlier cap where two leave the same. */
    Ceiling ceiling(List<Cap> caps, LocalDate day) {
        return caps.stream()
                .map(cap -> new Ceiling(left(cap, in(cap.period(), day)), CapKind.of(cap)))
                .min(Comparator.comparingLong(Ceiling::points))
                .orElseThrow();
    }

    private static long left(Cap cap, Count count) {
        return switch (cap.unit()) {
            case POINTS -> Math.max(0, cap.most() - count.points());
            case TIMES -> count.times() < cap.most() ? Long.MAX_VALUE : 0;
        };
    }
}
