package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.testing.TestProgram;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random histories of purchases, refunds and runs under every policy, beside {@link TierReference}. */
class TierHistoriesPropertyTest {

    private static final Program PROGRAM = TestProgram.PROGRAM;
    private static final UUID MEMBER = new UUID(1, 1);
    private static final YearMonth BEGIN = YearMonth.of(2020, 1);

    @Provide
    Arbitrary<TierPolicy> policies() {
        return TierPolicies.any();
    }

    @Property(tries = 2_000)
    void every_month_ends_in_the_tier_of_the_reference(@ForAll("policies") TierPolicy policy, @ForAll long seed) {
        Random random = new Random(seed);
        Ladder ladder = TierPolicies.ladder(policy);
        LocalDate joined = BEGIN.atDay(1 + random.nextInt(28)).plusMonths(random.nextInt(12));
        TierReference reference = new TierReference(policy, TierPolicies.THRESHOLDS, joined);
        Member member = new Member(new StandingHistory(
                MEMBER, ladder, List.of(), Optional.of(PROGRAM.startOf(joined))), MonthSums.NONE);
        YearMonth month = YearMonth.from(joined);
        for (int step = 0; step < 50; step++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    month = month.plusMonths(1);
                    reference.run(month);
                    member = run(member, month);
                }
                case 1 -> {
                    long refund = -random.nextInt(1, 200);
                    if (policy.grace() == 0) {
                        reference.add(month, refund);
                        member = member.plus(policy, month, refund);
                    }
                }
                case 2 -> {
                    YearMonth late = month.minusMonths(random.nextInt(4));
                    long bought = random.nextInt(1, 150) * scale(policy);
                    if (policy.grace() == 0 || late.equals(month)) {
                        member = buy(member, reference, month, late, bought);
                    }
                }
                default -> member = buy(member, reference, month, month, random.nextInt(1, 300) * scale(policy));
            }
            assertThat(member.history().tierAt(noon(month)).code()).as("%s, step %d", policy, step).isEqualTo("t" + reference.tier);
        }
    }

    private static long scale(TierPolicy policy) {
        return policy.metric().isAverage() ? 3 : 1;
    }

    private record Member(StandingHistory history, MonthSums sums) {

        Member plus(TierPolicy policy, YearMonth month, long value) {
            return new Member(history, sums.plus(month, TierPolicies.sum(policy.metric(), value)));
        }

        Member raised(Optional<TierRaise> raise) {
            return raise.map(found -> at(found.tier(), found.from(), found.evaluation().run(), found.cause()))
                    .orElse(this);
        }

        Member at(Tier tier, Instant from, YearMonth run, StandingCause cause) {
            return new Member(
                    history.with(new Standing(
                            UUID.randomUUID(), MEMBER, from, Instant.EPOCH.plusSeconds(history.latestFirst().size()),
                            tier.code(), cause, run,
                            new StandingReason(0, "2020-01", "2020-01", 1, 0))),
                    sums);
        }
    }

    private static Member run(Member member, YearMonth month) {
        Tier after = member.history().judge(member.sums(), PROGRAM).after(month);
        Instant start = PROGRAM.startOf(month.atDay(1));
        return after.equals(member.history().tierAt(start)) ? member : member.at(after, start, month, StandingCause.RUN);
    }

    private static Member buy(Member before, TierReference reference, YearMonth month, YearMonth of, long value) {
        reference.buy(month.atDay(15), of, value);
        TierPolicy policy = before.history().ladder().policy();
        Instant now = noon(month);
        Member member = before.plus(policy, of, value);
        if (of.isBefore(month)) {
            member = member.raised(member.history().judge(member.sums(), PROGRAM).lateRaise(month, now));
        }
        return member.raised(member.history().judge(member.sums(), PROGRAM).raiseAtOnce(month, now, now));
    }

    private static Instant noon(YearMonth month) {
        return PROGRAM.startOf(month.atDay(15)).plusSeconds(43_200);
    }
}
