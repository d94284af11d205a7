package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.MonthSum;
import id.setia.points.PointsLedger;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class TierRunsTest {

    private static final long GOLD = 600_000_000;

    @Inject
    TestProgram testProgram;

    @Inject
    TierRuns runs;

    @Inject
    TierRunRows runRows;

    @Inject
    Standings standings;

    @Inject
    StandingRows standingRows;

    @Inject
    PointsLedger ledger;

    @Inject
    IdMaker ids;

    @Inject
    BusinessClock clock;

    @Inject
    Transactions transactions;

    @BeforeEach
    void foundProgram() {
        testProgram.found();
    }

    @Test
    void a_run_raises_lowers_and_leaves_from_the_first_moment_of_its_month() {
        YearMonth run = YearMonth.of(2011, 3);
        UUID rising = memberWith(run.minusMonths(1), GOLD);
        UUID falling = memberWith(run.minusMonths(7), GOLD);
        runs.run(run.minusMonths(1));
        UUID staying = memberWith(run.minusMonths(2), GOLD - 1);

        runs.run(run);

        assertThat(tierAt(falling, start(run).minusNanos(1_000))).isEqualTo("gold");
        assertThat(tierAt(falling, start(run))).isEqualTo("red");
        assertThat(tierAt(rising, start(run).minusNanos(1_000))).isEqualTo("red");
        assertThat(tierAt(rising, start(run))).isEqualTo("gold");
        assertThat(standingRows.of(List.of(staying))).isEmpty();
        assertThat(eventsOf(falling)).isEqualTo(2);
        assertThat(eventsOf(staying)).isZero();
    }

    @Test
    void a_run_cut_short_between_chunks_goes_on_where_it_stood() {
        YearMonth run = YearMonth.of(2012, 3);
        List<UUID> members = IntStream.range(0, 7)
                .mapToObj(index -> memberWith(run.minusMonths(1), GOLD))
                .toList();
        runRows.begin(run, clock.now());
        while (standingRows.of(members).size() < 3) {
            assertThat(runs.chunk(run, 2)).isTrue();
        }
        int before = standingRows.of(members).size();

        runs.run(run);

        assertThat(before).isBetween(3, 6);
        assertThat(standingRows.of(members)).hasSize(7).allMatch(standing -> standing.tierCode().equals("gold"));
        assertThat(runRows.find(run).orElseThrow().done()).isTrue();
        assertThat(members).allMatch(member -> eventsOf(member) == 1);
    }

    @Test
    void a_chunk_that_fails_leaves_neither_standings_nor_progress() {
        YearMonth run = YearMonth.of(2013, 3);
        UUID member = memberWith(run.minusMonths(1), GOLD);
        runRows.begin(run, clock.now());

        assertThatThrownBy(() -> transactions.write(connection -> {
                    while (runs.chunk(run, 500)) {
                        assertThat(runRows.find(run).orElseThrow().evaluated()).isPositive();
                    }
                    throw new IllegalStateException("cut off before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(runRows.find(run).orElseThrow().evaluated()).isZero();
        assertThat(standingRows.of(List.of(member))).isEmpty();
    }

    @Test
    void no_run_lowers_a_tier_brought_over_before_its_promised_end_and_one_may_raise_it() {
        YearMonth run = YearMonth.of(2011, 9);
        Instant arrival = start(run).minus(Duration.ofDays(3));
        UUID idle = memberWith(run.minusMonths(1), 0);
        UUID rising = memberWith(run.minusMonths(1), 3 * GOLD);
        bringOver(idle, "gold", start(run.plusMonths(1)), arrival);
        bringOver(rising, "gold", start(run.plusMonths(1)), arrival);

        runs.run(run);
        assertThat(tierAt(idle, start(run))).isEqualTo("gold");
        assertThat(tierAt(rising, start(run))).isEqualTo("priority");
        assertThat(eventsOf(idle)).isZero();

        runs.run(run.plusMonths(1));
        assertThat(tierAt(idle, start(run.plusMonths(1)).minusNanos(1_000))).isEqualTo("gold");
        assertThat(tierAt(idle, start(run.plusMonths(1)))).isEqualTo("red");
    }

    private void bringOver(UUID member, String tier, Instant holdsUntil, Instant arrival) {
        ledger.post(session -> {
            session.lock(Set.of(member));
            standings.bringOver(
                    member, TestProgram.LADDER.find(tier).orElseThrow(), holdsUntil, arrival, session.batch());
            return null;
        });
    }

    @Test
    void a_run_that_is_done_stays_as_it_is() {
        YearMonth run = YearMonth.of(2014, 3);
        UUID member = memberWith(run.minusMonths(1), GOLD);
        runs.run(run);
        count(member, run.minusMonths(1), -GOLD);

        runs.run(run);

        assertThat(tierAt(member, start(run))).isEqualTo("gold");
    }

    @Test
    void a_refund_lowers_the_standing_at_the_next_run() {
        YearMonth run = YearMonth.of(2015, 3);
        UUID member = memberWith(run.minusMonths(1), GOLD);
        runs.run(run);
        count(member, run.minusMonths(1), -1);

        runs.run(run.plusMonths(1));

        assertThat(tierAt(member, start(run.plusMonths(1)).minusNanos(1_000))).isEqualTo("gold");
        assertThat(tierAt(member, start(run.plusMonths(1)))).isEqualTo("red");
    }

    @Test
    void running_an_earlier_month_makes_the_later_ones_due_again() {
        YearMonth run = YearMonth.of(2016, 8);
        UUID member = memberWith(run.minusMonths(7), GOLD);
        runs.run(run);

        runs.run(run.minusMonths(1));

        assertThat(runRows.find(run)).isEmpty();
        runs.run(run);
        assertThat(tierAt(member, start(run).minusNanos(1_000))).isEqualTo("gold");
        assertThat(tierAt(member, start(run))).isEqualTo("red");
    }

    @Test
    void a_month_that_has_not_begun_is_refused() {
        YearMonth next = TestProgram.PROGRAM.monthOf(clock.now()).plusMonths(1);

        assertThatThrownBy(() -> runs.run(next)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_late_purchase_of_a_closed_month_raises_the_standing_from_the_run_of_this_month() {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        UUID member = ids.next();

        StandingHistory after = latePurchase(member, month.minusMonths(1), GOLD, clock.now().minus(Duration.ofDays(32)));

        assertThat(after.tierAt(clock.now()).code()).isEqualTo("gold");
        assertThat(tierAt(member, clock.now())).isEqualTo("gold");
        assertThat(tierAt(member, start(month))).isEqualTo("gold");
        assertThat(tierAt(member, start(month).minusNanos(1_000))).isEqualTo("red");
        assertThat(eventsOf(member)).isEqualTo(1);
    }

    @Test
    void a_purchase_of_this_month_raises_nothing_before_the_run() {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        UUID member = ids.next();

        latePurchase(member, month, 10 * GOLD, clock.now());

        assertThat(tierAt(member, clock.now())).isEqualTo("red");
    }

    @Test
    void a_late_purchase_never_lowers_a_standing() {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        UUID member = ids.next();
        latePurchase(member, month.minusMonths(1), GOLD, clock.now().minus(Duration.ofDays(32)));
        count(member, month.minusMonths(1), -GOLD);

        latePurchase(member, month.minusMonths(1), 100, clock.now().minus(Duration.ofDays(32)));

        assertThat(tierAt(member, clock.now())).isEqualTo("gold");
    }

    private StandingHistory latePurchase(UUID member, YearMonth counted, long spend, Instant purchaseTime) {
        return ledger.post(session -> {
            session.lock(Set.of(member));
            session.member(member).count(counted, new MonthSum(spend, 1, 0), purchaseTime);
            StandingHistory history = standings.histories(List.of(member)).get(member);
            return standings.raiseFor(
                    history, session.member(member).monthSums(), purchaseTime, session.now(), session.batch());
        });
    }

    private UUID memberWith(YearMonth month, long spend) {
        UUID member = ids.next();
        count(member, month, spend);
        return member;
    }

    private void count(UUID member, YearMonth month, long spend) {
        ledger.post(session -> {
            session.lock(Set.of(member));
            session.member(member).count(month, new MonthSum(spend, 1, 0), start(month));
            return null;
        });
    }

    private String tierAt(UUID member, Instant moment) {
        return standings.histories(List.of(member)).get(member).tierAt(moment).code();
    }

    private static Instant start(YearMonth month) {
        return TestProgram.PROGRAM.startOf(month.atDay(1));
    }

    private int eventsOf(UUID member) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COUNT(*) AS events
                    FROM outbox
                    WHERE member_id = ? AND type = 'tier.changed'""")) {
                select.setBytes(1, UuidBytes.of(member));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt("events");
                }
            }
        });
    }
}
