package id.setia.points;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A member's sums by month, as the account row keeps them: {@code 2026-11=18650000,1,186;…}. */
public final class MonthSums {

    public static final MonthSums NONE = new MonthSums(new TreeMap<>());

    private final SortedMap<YearMonth, MonthSum> sums;

    private MonthSums(SortedMap<YearMonth, MonthSum> sums) {
        this.sums = sums;
    }

    public static MonthSums of(Map<YearMonth, MonthSum> sums) {
        return new MonthSums(new TreeMap<>(sums));
    }

    static MonthSums parse(String text) {
        SortedMap<YearMonth, MonthSum> sums = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String part : text.split(";")) {
                String[] figures = part.substring(8).split(",");
                sums.put(
                        YearMonth.parse(part.substring(0, 7)),
                        new MonthSum(
                                Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2])));
            }
        }
        return new MonthSums(sums);
    }

    String format() {
        return sums.entrySet().stream()
                .map(month -> month.getKey() + "=" + month.getValue().spend() + "," + month.getValue().visits() + ","
                        + month.getValue().points())
                .collect(Collectors.joining(";"));
    }

    public MonthSum in(YearMonth month) {
        return sums.getOrDefault(month, MonthSum.NOTHING);
    }

    public MonthSums plus(YearMonth month, MonthSum more) {
        SortedMap<YearMonth, MonthSum> changed = new TreeMap<>(sums);
        changed.merge(month, more, MonthSum::plus);
        return new MonthSums(changed);
    }

    /** These and others added up, month by month. */
    public MonthSums plus(MonthSums others) {
        SortedMap<YearMonth, MonthSum> changed = new TreeMap<>(sums);
        others.sums.forEach((month, more) -> changed.merge(month, more, MonthSum::plus));
        return new MonthSums(changed);
    }

    /** Spend over the months from the first to the last, both counted. */
    public long spend(YearMonth first, YearMonth last) {
        return between(first, last).spend();
    }

    /** The sum of the months from the first to the last, both counted; nothing where the last is before the first. */
    public MonthSum between(YearMonth first, YearMonth last) {
        return last.isBefore(first)
                ? MonthSum.NOTHING
                : sums.subMap(first, last.plusMonths(1)).values().stream().reduce(MonthSum.NOTHING, MonthSum::plus);
    }

    /** The first month with a sum. */
    public Optional<YearMonth> first() {
        return sums.isEmpty() ? Optional.empty() : Optional.of(sums.firstKey());
    }
}
