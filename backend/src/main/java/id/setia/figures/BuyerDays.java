package id.setia.figures;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts for each of some days how many members had bought within a number of days up to it. A member who bought on a day
 * counts from it on for as many days, or until they buy again; only where that begins and ends is kept, so that memory grows
 * with the days and not with the members.
 */
final class BuyerDays {

    private final LocalDate first;
    private final int within;
    private final long[] changes;

    /** @param within the day itself included */
    BuyerDays(LocalDate first, LocalDate last, int within) {
        this.first = first;
        this.within = within;
        this.changes = new long[(int) (last.toEpochDay() - first.toEpochDay()) + 2];
    }

    /** Counts a member by the days on which they bought, in their order. */
    void add(NavigableSet<LocalDate> bought) {
        LocalDate counted = LocalDate.MIN;
        for (LocalDate day : bought) {
            LocalDate begin = day.isAfter(counted) ? day : counted.plusDays(1);
            counted = day.plusDays(within - 1L);
            change(begin, 1);
            change(counted.plusDays(1), -1);
        }
    }

    private void change(LocalDate day, int by) {
        long place = Math.max(0, day.toEpochDay() - first.toEpochDay());
        changes[(int) Math.min(place, changes.length - 1L)] += by;
    }

    /** How many on each of the days. */
    SortedMap<LocalDate, Long> counts() {
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        long now = 0;
        for (int place = 0; place < changes.length - 1; place++) {
            now += changes[place];
            counts.put(first.plusDays(place), now);
        }
        return counts;
    }
}
