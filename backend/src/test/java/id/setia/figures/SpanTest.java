package id.setia.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which days a period has, and with which it is compared. */
class SpanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void a_period_under_way_ends_today_and_is_compared_with_as_many_days_of_the_one_before() {
        Span march = Span.of(Period.MONTH, LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 20));

        assertThat(march.last()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(march.isOver()).isFalse();
        assertThat(march.before()).isEqualTo(new Span(Period.MONTH, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 20)));
    }

    @Test
    void a_period_that_is_over_is_compared_with_the_whole_one_before() {
        Span march = Span.of(Period.MONTH, LocalDate.of(2026, 3, 12), TODAY);

        assertThat(march.isOver()).isTrue();
        assertThat(march.before()).isEqualTo(new Span(Period.MONTH, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
    }

    @Test
    void a_shorter_month_before_is_compared_whole() {
        Span march = Span.of(Period.MONTH, LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 30));

        assertThat(march.before().last()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void a_week_goes_from_monday_to_sunday() {
        Span week = Span.of(Period.WEEK, LocalDate.of(2026, 3, 22), TODAY);

        assertThat(week.first()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(week.last()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(week.before().first()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void the_periods_up_to_one_follow_each_other_without_gaps() {
        List<Span> months = Span.of(Period.MONTH, TODAY, TODAY).upTo();

        assertThat(months).hasSize(13);
        assertThat(months.getFirst().first()).isEqualTo(LocalDate.of(2025, 3, 1));
        for (int at = 1; at < months.size(); at++) {
            assertThat(months.get(at).first()).isEqualTo(months.get(at - 1).last().plusDays(1));
        }
        assertThat(Span.of(Period.DAY, TODAY, TODAY).upTo()).hasSize(30);
    }
}
