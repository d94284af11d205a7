package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.MonthSum;
import id.setia.points.MonthSums;
import id.setia.testing.TestProgram;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class StandingGapPropertyTest {

    private static final UUID MEMBER = new UUID(1, 1);

    @Property(tries = 500)
    void spending_exactly_what_is_needed_by_the_last_day_reaches_the_tier_and_one_unit_less_does_not(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = -5_000_000, max = 60_000_000) Long> monthly,
            @ForAll @LongRange(min = 1, max = 40_000_000) long gold,
            @ForAll @LongRange(min = 1, max = 40_000_000) long step,
            @ForAll @IntRange(max = 6_000) int day) {
        Instant now = Instant.parse("2020-01-15T03:00:00Z").plusSeconds(day * 86_400L);
        Ladder ladder = Ladder.classic(gold, gold + step);
        YearMonth month = TestProgram.PROGRAM.monthOf(now);
        MonthSums sums = MonthSums.NONE;
        for (int index = 0; index < monthly.size(); index++) {
            sums = sums.plus(month.minusMonths(index), new MonthSum(monthly.get(index), 1, 0));
        }

        NextTier next = view(ladder, sums, now).next();
        if (next == null) {
            assertThat(reached(ladder, sums, month)).isEqualTo("priority");
            return;
        }

        long needed = next.spendNeeded().minor("IDR", "");
        YearMonth monthOfLastDay = YearMonth.from(next.by());
        MonthSums enough = sums.plus(monthOfLastDay, new MonthSum(needed, 1, 0));
        MonthSums oneLess = sums.plus(monthOfLastDay, new MonthSum(needed - 1, 1, 0));
        YearMonth run = YearMonth.from(next.evaluatedOn());
        Tier tier = ladder.find(next.tier().code()).orElseThrow();
        assertThat(needed).isPositive();
        assertThat(TierEvaluation.of(enough, run).tier(ladder)).isEqualTo(tier);
        assertThat(TierEvaluation.of(oneLess, run).tier(ladder).rank()).isLessThan(tier.rank());
        assertThat(next.progress()).isBetween(0.03, 1.0);
    }

    private static String reached(Ladder ladder, MonthSums sums, YearMonth month) {
        return TierEvaluation.of(sums, month.plusMonths(1)).tier(ladder).code();
    }

    private static StandingResponse view(Ladder ladder, MonthSums sums, Instant now) {
        StandingHistory history = new StandingHistory(MEMBER, ladder, List.of());
        return new StandingView(TestProgram.PROGRAM, history, sums, now).response();
    }
}
