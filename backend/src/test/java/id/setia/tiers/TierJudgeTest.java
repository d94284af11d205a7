package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import id.setia.points.MonthSum;
import id.setia.points.MonthSums;
import id.setia.testing.TestProgram;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TierJudgeTest {

    private static final UUID MEMBER = new UUID(1, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Ladder LADDER = Ladder.classic(1_000, 2_500);

    @Test
    void no_run_lowers_a_tier_given_by_hand_before_its_end_and_the_next_one_after_it_decides() {
        StandingHistory history = history(LADDER, granted("priority", "2026-05-31", 1));

        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(1))).isEqualTo("priority");
        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(2))).isEqualTo("priority");
        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(3))).isEqualTo("red");
    }

    @Test
    void of_tiers_given_by_hand_the_last_one_holds() {
        StandingHistory history =
                history(LADDER, granted("priority", "2026-12-31", 1), granted("gold", "2026-04-30", 2));

        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(1))).isEqualTo("gold");
        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(2))).isEqualTo("red");
    }

    @Test
    void members_of_a_removed_tier_fall_to_the_next_lower_one_or_rise_to_what_they_reach() {
        Ladder removed = new Ladder(
                LADDER.tiers().stream().filter(tier -> !tier.code().equals("gold")).toList(),
                TierPolicy.CLASSIC,
                List.of(new RemovedTier("gold", LocalText.of("Emas", "Gold"), "red")));
        StandingHistory history = history(removed, run("gold", MARCH));

        assertThat(history.tierAt(start(MARCH)).name().en()).isEqualTo("Gold");
        assertThat(after(history, spend(MARCH, 6_000), MARCH.plusMonths(1))).isEqualTo("red");
        assertThat(after(history, spend(MARCH, 15_000), MARCH.plusMonths(1))).isEqualTo("priority");
    }

    @Test
    void grace_lets_so_many_months_below_pass_and_a_good_month_begins_it_anew() {
        Ladder ladder = LADDER.with(new TierPolicy(
                TierMetric.SPEND, TierWindow.ROLLING, 1, 0, false, 2, false, false));
        StandingHistory history = history(ladder, run("gold", MARCH));

        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(2))).isEqualTo("gold");
        assertThat(after(history, MonthSums.NONE, MARCH.plusMonths(3))).isEqualTo("red");
        assertThat(after(history, spend(MARCH.plusMonths(1), 1_000), MARCH.plusMonths(3))).isEqualTo("gold");
    }

    @Test
    void a_soft_landing_takes_one_tier_at_a_run() {
        Ladder ladder = LADDER.with(new TierPolicy(
                TierMetric.AVERAGE_SPEND, TierWindow.ROLLING, 6, 0, false, 0, true, false));

        assertThat(after(history(ladder, run("priority", MARCH)), MonthSums.NONE, MARCH.plusMonths(1))).isEqualTo("gold");
    }

    @Test
    void what_a_calendar_year_reached_holds_to_the_end_of_the_next() {
        Ladder ladder = LADDER.with(new TierPolicy(
                TierMetric.SPEND, TierWindow.CALENDAR_YEAR, 12, 0, false, 0, false, false));
        MonthSums sums = spend(MARCH, 1_000);
        StandingHistory history = history(ladder, run("gold", MARCH.plusMonths(1)));

        assertThat(after(history, sums, YearMonth.of(2027, 1))).isEqualTo("gold");
        assertThat(after(history, sums, YearMonth.of(2027, 12))).isEqualTo("gold");
        assertThat(after(history, sums, YearMonth.of(2028, 1))).isEqualTo("red");
    }

    @Test
    void nobody_rises_before_belonging_long_enough() {
        Ladder ladder = LADDER.with(new TierPolicy(
                TierMetric.SPEND, TierWindow.ROLLING, 6, 3, false, 0, false, false));
        StandingHistory history = new StandingHistory(
                MEMBER, ladder, List.of(), Optional.of(Instant.parse("2026-01-20T03:00:00Z")));

        assertThat(after(history, spend(MARCH.minusMonths(1), 1_000), MARCH.plusMonths(1))).isEqualTo("red");
        assertThat(after(history, spend(MARCH.minusMonths(1), 1_000), MARCH.plusMonths(2))).isEqualTo("gold");
    }

    private static String after(StandingHistory history, MonthSums sums, YearMonth run) {
        return history.judge(sums, TestProgram.PROGRAM).after(run).code();
    }

    private static StandingHistory history(Ladder ladder, Standing... standings) {
        return new StandingHistory(MEMBER, ladder, List.of(standings));
    }

    private static MonthSums spend(YearMonth month, long spend) {
        return MonthSums.NONE.plus(month, new MonthSum(spend, 1, 0));
    }

    private static Standing run(String tier, YearMonth month) {
        return new Standing(
                new UUID(2, 2), MEMBER, start(month), start(month), tier, StandingCause.RUN, month, reason());
    }

    private static Standing granted(String tier, String lastDay, int order) {
        Instant at = start(MARCH).plusSeconds(order * 3_600L);
        return new Standing(
                new UUID(3, order), MEMBER, at, at, tier, StandingCause.GRANTED, MARCH, reason(),
                Optional.of(TestProgram.PROGRAM.startOf(LocalDate.parse(lastDay).plusDays(1))));
    }

    private static StandingReason reason() {
        return new StandingReason(0, "2026-01", "2026-01", 1, 0);
    }

    private static Instant start(YearMonth month) {
        return TestProgram.PROGRAM.startOf(month.atDay(1));
    }
}
