package id.setia.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table, or of a few joined, that a {@link Sheaf} reads along with others. Columns are told apart by what they
 * hold, since rows of all parts share one form.
 *
 * @param from table and condition, what follows {@code FROM}; without an order, which a sheaf does not keep
 * @param bytes columns of ids and other bytes
 * @param texts columns of text
 * @param numbers columns of whole numbers, and of yes and no
 * @param times columns of moments and dates
 */
public record SheafPart(
        String from, List<String> bytes, List<String> texts, List<String> numbers, List<String> times) {

    public SheafPart {
        bytes = List.copyOf(bytes);
        texts = List.copyOf(texts);
        numbers = List.copyOf(numbers);
        times = List.copyOf(times);
    }

    /** How many columns of each kind the widest part has. */
    record Width(int bytes, int texts, int numbers, int times) {

        static final Width NONE = new Width(0, 0, 0, 0);

        Width with(SheafPart part) {
            return new Width(
                    Math.max(bytes, part.bytes().size()),
                    Math.max(texts, part.texts().size()),
                    Math.max(numbers, part.numbers().size()),
                    Math.max(times, part.times().size()));
        }
    }

    /** The select of the part as the number so many of a sheaf. */
    void select(int number, Width width, StringBuilder sql) {
        sql.append("SELECT ").append(number).append(number == 0 ? " AS part" : "");
        columns(bytes, width.bytes(), number == 0 ? "b" : "", sql);
        columns(texts, width.texts(), number == 0 ? "t" : "", sql);
        columns(numbers, width.numbers(), number == 0 ? "n" : "", sql);
        columns(times, width.times(), number == 0 ? "d" : "", sql);
        sql.append("\nFROM ").append(from);
    }

    private static void columns(List<String> names, int count, String label, StringBuilder sql) {
        for (int place = 0; place < count; place++) {
            sql.append(", ").append(place < names.size() ? names.get(place) : "NULL");
            if (!label.isEmpty()) {
                sql.append(" AS ").append(label).append(place);
            }
        }
    }

    /** Where each column stands in the rows of a sheaf, the first at 1. */
    Map<String, Integer> places(Width width) {
        Map<String, Integer> places = new HashMap<>();
        int next = 2;
        next = place(bytes, next, width.bytes(), places);
        next = place(texts, next, width.texts(), places);
        next = place(numbers, next, width.numbers(), places);
        place(times, next, width.times(), places);
        return places;
    }

    private static int place(List<String> names, int first, int count, Map<String, Integer> places) {
        for (int index = 0; index < names.size(); index++) {
            places.put(names.get(index), first + index);
        }
        return first + count;
    }
}
