package id.setia.points;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A member's last days, as the account row keeps them: {@code 2026-11-22=3,420,c1a2f:2;…}. They are read and written with
 * the row that every posting locks anyway, so that counting costs no statement.
 */
public final class DaySums {

    public static final DaySums NONE = new DaySums(new TreeMap<>());

    /** How many days before today are told apart; what is older counts on the oldest of them. */
    public static final int DAYS_BACK = 6;

    private final SortedMap<LocalDate, DaySum> sums;

    private DaySums(SortedMap<LocalDate, DaySum> sums) {
        this.sums = sums;
    }

    static DaySums parse(String text) {
        SortedMap<LocalDate, DaySum> sums = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String part : text.split(";")) {
                sums.put(LocalDate.parse(part.substring(0, 10)), DaySum.parse(part.substring(11)));
            }
        }
        return new DaySums(sums);
    }

    String format() {
        return sums.entrySet().stream()
                .map(day -> day.getKey() + "=" + day.getValue().format())
                .collect(Collectors.joining(";"));
    }

    /** The day a purchase of one day counts on that arrives on another. */
    public static LocalDate dayOf(LocalDate purchase, LocalDate today) {
        LocalDate oldest = today.minusDays(DAYS_BACK);
        return purchase.isBefore(oldest) ? oldest : purchase;
    }

    public DaySum in(LocalDate day) {
        return sums.getOrDefault(day, DaySum.NOTHING);
    }

    /** These and others added up, day by day. */
    DaySums plus(DaySums others) {
        SortedMap<LocalDate, DaySum> changed = new TreeMap<>(sums);
        others.sums.forEach((day, more) -> changed.merge(day, more, DaySum::plus));
        return new DaySums(changed);
    }

    DaySums with(LocalDate day, DaySum sum, LocalDate today) {
        SortedMap<LocalDate, DaySum> changed = new TreeMap<>(sums.tailMap(today.minusDays(DAYS_BACK)));
        changed.put(day, sum);
        return new DaySums(changed);
    }
}
