package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.SystemClock;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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
    TierRunParts parts;

    @Inject
    TierRunWork work;

    @Inject
    TierMoves moves;

    @Inject
    SystemClock systemClock;

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
    void a_run_cut_short_within_a_part_goes_on_where_it_stood_once_the_part_is_free() {
        YearMonth run = YearMonth.of(2012, 3);
        List<UUID> members = IntStream.range(0, 7)
                .mapToObj(index -> memberWith(run.minusMonths(1), GOLD))
                .toList();
        runRows.begin(run, clock.now());
        TierRunPart part = take(run, 100_000);
        while (standingRows.of(members).size() < 3) {
            assertThat(work.chunk(part, soon(), 2)).isTrue();
        }
        int before = standingRows.of(members).size();
        assertThat(runs.run(run)).isFalse();
        assertThat(standingRows.of(members)).hasSize(before);

        release(part);
        assertThat(runs.run(run)).isTrue();

        assertThat(before).isBetween(3, 6);
        assertThat(work.chunk(part, soon(), 2)).isFalse();
        assertThat(standingRows.of(members)).hasSize(7).allMatch(standing -> standing.tierCode().equals("gold"));
        assertThat(members).allMatch(member -> eventsOf(member) == 1);
        assertThat(runRows.find(run).orElseThrow().raised()).isGreaterThanOrEqualTo(7);
        assertThat(moves.counts(run)).anyMatch(count -> count.from().equals("red") && count.to().equals("gold"));
    }

    @Test
    void a_chunk_that_fails_leaves_neither_standings_nor_progress() {
        YearMonth run = YearMonth.of(2013, 3);
        UUID member = memberWith(run.minusMonths(1), GOLD);
        runRows.begin(run, clock.now());
        TierRunPart part = take(run, 100_000);

        assertThatThrownBy(() -> transactions.write(connection -> {
                    while (work.chunk(part, soon())) {
                        assertThat(runRows.find(run).orElseThrow().evaluated()).isPositive();
                    }
                    throw new IllegalStateException("cut off before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(runRows.find(run).orElseThrow().evaluated()).isZero();
        assertThat(standingRows.of(List.of(member))).isEmpty();
        release(part);
        runs.run(run);
    }

    @Test
    void whoever_the_run_would_move_is_decided_anew_under_the_lock_so_that_a_purchase_meanwhile_is_not_lost() {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        UUID falling = memberWith(month.minusMonths(7), GOLD);
        UUID rising = memberWith(month.minusMonths(1), GOLD);
        ladderStanding(falling, "gold", start(month.minusMonths(1)));

        latePurchase(falling, month.minusMonths(1), GOLD, clock.now().minus(Duration.ofDays(32)));
        latePurchase(rising, month.minusMonths(1), 3 * GOLD, clock.now().minus(Duration.ofDays(32)));
        transactions.write(connection -> {
            work.move(connection, month, List.of(falling, rising));
            return null;
        });

        assertThat(tierAt(falling, clock.now())).isEqualTo("gold");
        assertThat(tierAt(rising, clock.now())).isEqualTo("priority");
        assertThat(standingRows.of(List.of(rising))).hasSize(1);
    }

    @Test
    void several_nodes_share_a_run_and_late_purchases_that_race_it_count_once() throws Exception {
        YearMonth month = TestProgram.PROGRAM.monthOf(clock.now());
        List<UUID> falling = IntStream.range(0, 60)
                .mapToObj(index -> memberWith(month.minusMonths(7), GOLD))
                .toList();
        falling.forEach(member -> ladderStanding(member, "gold", start(month.minusMonths(1))));
        List<UUID> kept = falling.subList(0, 30);
        runRows.begin(month.minusMonths(1), clock.now());

        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                all.add(nodes.submit(() -> runs.run(month, 7)));
            }
            all.add(nodes.submit(() -> kept.forEach(member ->
                    latePurchase(member, month.minusMonths(1), GOLD, clock.now().minus(Duration.ofDays(32))))));
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(runs.run(month)).isTrue();
        assertThat(kept).allMatch(member -> tierAt(member, clock.now()).equals("gold"));
        assertThat(falling.subList(30, 60)).allMatch(member -> tierAt(member, clock.now()).equals("red"));
        assertThat(standingRows.of(falling).stream()
                        .filter(standing -> standing.cause() == StandingCause.RUN && standing.runMonth().equals(month))
                        .collect(Collectors.groupingBy(Standing::memberId, Collectors.counting()))
                        .values())
                .allMatch(count -> count == 1);
        assertThat(runRows.find(month).orElseThrow().evaluated()).isGreaterThanOrEqualTo(60);
        runRows.begin(month.minusMonths(2), clock.now());
    }

    private TierRunPart take(YearMonth month, int size) {
        return runs.take(month, size).orElseThrow();
    }

    private Instant soon() {
        return systemClock.now().plus(TierRuns.HOLD);
    }

    /** As when the time of a node that died is over. */
    private void release(TierRunPart part) {
        transactions.write(connection -> parts.renew(connection, part, systemClock.now()));
    }

    private void ladderStanding(UUID member, String tier, Instant from) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            standingRows.add(
                    batch,
                    new Standing(
                            ids.next(), member, from, from, tier, StandingCause.RUN, TestProgram.PROGRAM.monthOf(from),
                            new StandingReason(GOLD / 6, "2000-01", "2000-06", 6, GOLD / 6)));
            batch.flush(connection);
            return null;
        });
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
