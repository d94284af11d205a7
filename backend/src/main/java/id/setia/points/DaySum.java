package id.setia.points;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member did in one day, as limits on speed count it.
 *
 * @param purchases purchases that earned
 * @param points given for them, pending ones counted; never lowered by refunds
 * @param marks how often each mark was seen, a short hash of a card or a cashier from which nobody can be told
 */
public record DaySum(long purchases, long points, SortedMap<String, Integer> marks) {

    public static final DaySum NOTHING = new DaySum(0, 0, new TreeMap<>());

    private static final int MOST_MARKS = 40;

    /** With one purchase more; a day with very many marks takes no new ones. */
    public DaySum plus(long more, Iterable<String> seen) {
        SortedMap<String, Integer> counted = new TreeMap<>(marks);
        for (String mark : seen) {
            if (counted.containsKey(mark) || counted.size() < MOST_MARKS) {
                counted.merge(mark, 1, Integer::sum);
            }
        }
        return new DaySum(purchases + 1, points + more, counted);
    }

    /** Both together; a day with very many marks keeps its own. */
    DaySum plus(DaySum other) {
        SortedMap<String, Integer> counted = new TreeMap<>(marks);
        other.marks.forEach((mark, times) -> {
            if (counted.containsKey(mark) || counted.size() < MOST_MARKS) {
                counted.merge(mark, times, Integer::sum);
            }
        });
        return new DaySum(purchases + other.purchases, points + other.points, counted);
    }

    static DaySum parse(String text) {
        String[] parts = text.split(",");
        SortedMap<String, Integer> marks = new TreeMap<>();
        for (int index = 2; index < parts.length; index++) {
            String[] mark = parts[index].split(":");
            marks.put(mark[0], Integer.parseInt(mark[1]));
        }
        return new DaySum(Long.parseLong(parts[0]), Long.parseLong(parts[1]), marks);
    }

    String format() {
        StringBuilder text = new StringBuilder().append(purchases).append(',').append(points);
        for (Map.Entry<String, Integer> mark : marks.entrySet()) {
            text.append(',').append(mark.getKey()).append(':').append(mark.getValue());
        }
        return text.toString();
    }
}
