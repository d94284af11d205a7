package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.testing.TestProgram;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What a member is told they still have to do is exact, for every metric, window and policy. */
class StandingGapPropertyTest {

    private static final Program PROGRAM = TestProgram.PROGRAM;
    private static final UUID MEMBER = new UUID(1, 1);

    @Provide
    Arbitrary<TierPolicy> policies() {
        return TierPolicies.any();
    }

    @Property(tries = 2_000)
    void doing_exactly_what_is_needed_by_the_last_day_reaches_the_tier_and_one_unit_less_does_not(
            @ForAll("policies") TierPolicy policy,
            @ForAll @Size(min = 1, max = 16) List<@LongRange(min = -50, max = 300) Long> monthly,
            @ForAll @IntRange(max = 20) int monthsAgo,
            @ForAll @IntRange(max = 6_000) int day) {
        Case found = new Case(policy, monthly, monthsAgo, Instant.parse("2020-01-15T03:00:00Z").plusSeconds(day * 86_400L));
        NextTier next = found.view(List.of()).next();
        if (next == null) {
            assertThat(found.reference.level(found.month.plusMonths(1))).isEqualTo(3);
            return;
        }

        long needed = needed(next.needed());
        YearMonth run = YearMonth.from(next.by()).plusMonths(1);
        int tier = next.tier().rank() - 1;
        assertThat(next.by()).isEqualTo(run.atDay(1).minusDays(1));
        assertThat(found.reference.tenured(run.atDay(1))).isTrue();
        assertThat(next.evaluatedOn()).isBeforeOrEqualTo(run.atDay(1));
        assertThat(next.progress()).isBetween(0.03, 1.0);
        if (needed == 0) {
            assertThat(found.reference.level(run)).isGreaterThanOrEqualTo(tier);
            assertThat(found.reference.tenured(found.month.plusMonths(1).atDay(1))).isFalse();
            return;
        }
        found.reference.add(YearMonth.from(next.by()), needed - 1);
        assertThat(found.reference.level(run)).isLessThan(tier);
        found.reference.add(YearMonth.from(next.by()), 1);
        assertThat(found.reference.level(run)).isEqualTo(tier);
    }

    @Property(tries = 2_000)
    void doing_exactly_what_keeps_a_tier_keeps_it_and_one_unit_less_loses_it(
            @ForAll("policies") TierPolicy policy,
            @ForAll @Size(min = 1, max = 16) List<@LongRange(min = 0, max = 300) Long> monthly,
            @ForAll @IntRange(max = 20) int monthsAgo,
            @ForAll @IntRange(min = 1, max = 3) int place,
            @ForAll @IntRange(max = 6_000) int day) {
        Case found = new Case(policy, monthly, monthsAgo, Instant.parse("2020-01-15T03:00:00Z").plusSeconds(day * 86_400L));
        Tier tier = found.ladder.tiers().get(place);
        StandingHistory history = found.history(List.of(found.given(tier)));
        TierJudge judge = history.judge(found.sums, PROGRAM);
        TierForecast forecast = new TierForecast(judge, found.ladder, tier, found.month.plusMonths(1));
        Optional<TierForecast.Task> task = forecast.toKeep(policy);
        if (task.isEmpty()) {
            assertThat(judge.after(found.month.plusMonths(1)).rank()).isGreaterThanOrEqualTo(tier.rank());
            return;
        }

        YearMonth falling = forecast.falling();
        assertThat(after(history, found.with(task.get(), task.get().missing()), falling).rank())
                .isGreaterThanOrEqualTo(tier.rank());
        assertThat(after(history, found.with(task.get(), task.get().missing() - 1), falling).rank())
                .isLessThan(tier.rank());
    }

    private static Tier after(StandingHistory history, MonthSums sums, YearMonth run) {
        return history.judge(sums, PROGRAM).after(run);
    }

    private static long needed(TierAmount amount) {
        return amount.money() == null ? amount.count() : amount.money().minor("IDR", "");
    }

    /** A member with what they did in the months until now. */
    private static final class Case {

        private final Ladder ladder;
        private final TierPolicy policy;
        private final Instant now;
        private final YearMonth month;
        private final LocalDate joined;
        private final TierReference reference;
        private MonthSums sums = MonthSums.NONE;

        Case(TierPolicy policy, List<Long> monthly, int monthsAgo, Instant now) {
            this.policy = policy;
            this.now = now;
            this.ladder = TierPolicies.ladder(policy);
            this.month = PROGRAM.monthOf(now);
            this.joined = PROGRAM.dateOf(now).minusMonths(monthsAgo);
            this.reference = new TierReference(policy, TierPolicies.THRESHOLDS, joined);
            for (int index = 0; index < monthly.size(); index++) {
                sums = sums.plus(month.minusMonths(index), TierPolicies.sum(policy.metric(), monthly.get(index)));
                reference.add(month.minusMonths(index), monthly.get(index));
            }
        }

        StandingHistory history(List<Standing> standings) {
            return new StandingHistory(MEMBER, ladder, new ArrayList<>(standings), Optional.of(PROGRAM.startOf(joined)));
        }

        StandingResponse view(List<Standing> standings) {
            return new StandingView(PROGRAM, history(standings), sums, now).response();
        }

        Standing given(Tier tier) {
            Instant from = PROGRAM.startOf(month.atDay(1));
            return new Standing(
                    new UUID(2, 2), MEMBER, from, from, tier.code(), StandingCause.RUN, month,
                    new StandingReason(0, "2020-01", "2020-01", 1, 0));
        }

        MonthSums with(TierForecast.Task task, long value) {
            return sums.plus(YearMonth.from(task.by()), TierPolicies.sum(policy.metric(), value));
        }
    }
}
