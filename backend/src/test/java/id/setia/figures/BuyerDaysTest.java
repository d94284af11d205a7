package id.setia.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who had bought by which day, beside a plain count. */
class BuyerDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;

    @Property
    void each_day_counts_those_who_bought_within_the_days_up_to_it(
            @ForAll @Size(max = 6) List<@Size(max = 8) Set<@IntRange(min = -20, max = 70) Integer>> members,
            @ForAll @IntRange(min = 1, max = 40) int within) {
        BuyerDays days = new BuyerDays(FIRST, FIRST.plusDays(DAYS - 1), within);
        List<NavigableSet<LocalDate>> bought = new ArrayList<>();
        for (Set<Integer> member : members) {
            NavigableSet<LocalDate> own = new TreeSet<>();
            member.forEach(day -> own.add(FIRST.plusDays(day)));
            bought.add(own);
            days.add(own);
        }

        days.counts().forEach((day, count) -> assertThat(count).as(day.toString()).isEqualTo(bought.stream()
                .filter(own -> !new HashSet<>(own.subSet(day.minusDays(within - 1L), true, day, true)).isEmpty())
                .count()));
        assertThat(days.counts()).hasSize(DAYS);
    }
}
