package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.points.Grant;
import id.setia.points.LedgerHistory;
import id.setia.points.LedgerTransaction;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@SetiaTest
class ClosingsTest {

    private static final Caller BOOKKEEPER = new Caller.SignedInStaff(new UUID(9, 9), Set.of());

    @Inject
    TestBooks books;

    @Inject
    Closings closings;

    @Inject
    ClosedMonths months;

    @Inject
    ClosingRows rows;

    @Inject
    LiabilityReport liability;

    @Inject
    LedgerHistory history;

    @Inject
    Journal journal;

    @Inject
    BookPartners partners;

    @Inject
    ProgramSettings program;

    @Inject
    BusinessClock clock;

    @Test
    void a_closing_counts_what_was_given_and_used_by_who_pays_and_who_gave_something_for_it() {
        YearMonth month = books.openMonth();
        UUID member = books.member();
        UUID funder = books.partner();
        UUID other = books.partner();
        Instant expiry = books.at(month.plusMonths(6), 20);
        books.earn(member, books.at(month, 2), 1_000, funder, Optional.of(expiry));
        books.earn(member, books.at(month, 3), 500, other, Optional.empty());
        books.spend(member, books.at(month, 4), 300, other);

        ClosedMonth closed = close(month);

        FunderClosing of = figures(closed, funder);
        assertThat(of.total().issued()).isEqualTo(1_000);
        assertThat(of.total().redeemed()).isEqualTo(300);
        assertThat(of.redeemedAt()).isEqualTo(Map.of(other, 300L));
        assertThat(of.owed().outstanding()).isEqualTo(700);
        assertThat(of.owed().expiring()).isEqualTo(Map.of(program.current().monthOf(expiry), 700L));
        assertThat(figures(closed, other).owed().never()).isEqualTo(500);
        assertThat(closed.closing().state()).isEqualTo(ClosingState.CLOSED);
        assertThat(closed.reconciled()).isTrue();
        assertThat(Settlement.of(closed.funders()).of(funder).nets())
                .containsExactly(new Settlement.Net(funder, other, 300));
    }

    @Test
    void a_month_begins_with_what_the_last_ended_with_and_a_late_purchase_counts_in_the_open_one() {
        YearMonth month = books.openMonth();
        UUID member = books.member();
        UUID funder = books.partner();
        books.earn(member, books.at(month, 2), 1_000, funder, Optional.empty());
        close(month);
        Instant late = books.at(month.plusMonths(1), 3);
        books.earn(member, late, books.at(month, 28), 40, funder, Optional.empty());

        ClosedMonth next = close(month.plusMonths(1));

        assertThat(figures(next, funder).broughtForward()).isEqualTo(1_000);
        assertThat(figures(next, funder).total().issued()).isEqualTo(40);
        assertThat(figures(next, funder).owed().outstanding()).isEqualTo(1_040);
        assertThat(figures(months.get(month), funder).owed().outstanding()).isEqualTo(1_000);
        assertThat(next.reconciled()).isTrue();
    }

    @Test
    void what_was_still_being_written_when_its_member_was_counted_counts_in_the_next_month() {
        YearMonth month = books.openMonth();
        UUID member = books.member();
        UUID funder = books.partner();
        books.earn(member, books.at(month, 2), 1_000, funder, Optional.empty());
        closings.begin(BOOKKEEPER, month);
        while (rows.find(month).orElseThrow().afterMember().filter(last -> last.compareTo(member) >= 0).isEmpty()) {
            closings.step(month, 50);
        }
        books.earn(member, books.at(month, 3), 7, funder, Optional.empty());

        closings.run(month);
        ClosedMonth next = close(month.plusMonths(1));

        assertThat(figures(months.get(month), funder).total().issued()).isEqualTo(1_000);
        assertThat(months.get(month).reconciled()).isTrue();
        assertThat(figures(next, funder).total().issued()).isEqualTo(7);
        assertThat(next.reconciled()).isTrue();
    }

    @Test
    void a_count_made_anew_comes_to_the_same() {
        YearMonth month = books.openMonth();
        UUID funder = books.partner();
        books.earn(books.member(), books.at(month, 2), 1_000, funder, Optional.empty());
        closings.begin(BOOKKEEPER, month);
        closings.step(month, 100_000);
        Closing half = rows.find(month).orElseThrow();
        rows.restart(half, half.cutAt().plusSeconds(1), 1);

        closings.run(month);

        assertThat(rows.find(month).orElseThrow().attempts()).isEqualTo(1);
        assertThat(figures(months.get(month), funder).total().issued()).isEqualTo(1_000);
        assertThat(months.get(month).closing().state()).isEqualTo(ClosingState.CLOSED);
    }

    @Test
    void both_halves_of_a_merge_are_in_one_month_even_when_it_is_written_while_the_month_is_counted() {
        YearMonth month = books.openMonth();
        UUID funder = books.partner();
        UUID one = books.member();
        UUID other = books.member();
        books.earn(one, books.at(month, 2), 100, funder, Optional.empty());
        books.earn(other, books.at(month, 2), 5, funder, Optional.empty());
        closings.begin(BOOKKEEPER, month);
        countUpTo(month, one);
        books.merge(one, other, books.at(month, 3));

        closings.run(month);

        ClosedMonth closed = months.get(month);
        assertThat(closed.reconciled()).isTrue();
        assertThat(closed.closing().state()).isEqualTo(ClosingState.CLOSED);
        assertThat(closed.closing().attempts()).isEqualTo(1);
        assertThat(figures(closed, funder).owed().outstanding()).isEqualTo(105);
        assertThat(lines(month).stream().filter(line -> line.get("funder").equals(partners.code(funder))
                        && line.get("kind").equals("merge")))
                .hasSize(2);
        assertThat(liability.asOf(books.at(month, 4)).of(funder).funders().getFirst().outstanding()).isEqualTo(105);
    }

    private void countUpTo(YearMonth month, UUID member) {
        Optional<UUID> after = Optional.empty();
        for (List<UUID> next = history.membersAfter(after, 100);
                !after.equals(Optional.of(member));
                next = history.membersAfter(after, 100)) {
            closings.step(month, next.contains(member) ? next.indexOf(member) + 1 : next.size());
            after = rows.find(month).orElseThrow().afterMember();
        }
    }

    @Test
    void nothing_is_lost_or_counted_twice_while_tills_post_and_two_nodes_close() throws Exception {
        YearMonth month = books.openMonth();
        UUID funder = books.partner();
        List<UUID> members = List.of(books.member(), books.member(), books.member(), books.member());
        Instant end = program.current().startOf(month.plusMonths(1).atDay(1));
        AtomicBoolean closed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<List<LedgerTransaction>>> written = new ArrayList<>();
        for (UUID member : members) {
            written.add(threads.submit(() -> {
                List<LedgerTransaction> made = new ArrayList<>();
                for (int post = 0; post < 400 && (post < 40 || !closed.get()); post++) {
                    made.addAll(books.earn(member, end.plusMillis(post - 20L), 1 + post % 7, funder, Optional.empty()));
                }
                return made;
            }));
        }
        closings.begin(BOOKKEEPER, month);
        Callable<Void> node = () -> {
            while (rows.find(month).orElseThrow().state() != ClosingState.CLOSED) {
                closings.step(month, 20);
            }
            return null;
        };
        List<Future<Void>> nodes = List.of(threads.submit(node), threads.submit(node));
        for (Future<Void> done : nodes) {
            done.get();
        }
        closed.set(true);
        List<LedgerTransaction> all = new ArrayList<>();
        for (Future<List<LedgerTransaction>> done : written) {
            all.addAll(done.get());
        }
        threads.shutdown();

        close(month.plusMonths(1));

        long issued = figures(months.get(month), funder).total().issued()
                + figures(months.get(month.plusMonths(1)), funder).total().issued();
        assertThat(issued).isEqualTo(all.stream().mapToLong(LedgerTransaction::availableChange).sum());
        assertThat(months.get(month).reconciled()).isTrue();
        assertThat(months.get(month.plusMonths(1)).reconciled()).isTrue();
        Set<String> keys = all.stream().map(made -> made.posting().key()).collect(Collectors.toSet());
        List<String> first = keysIn(month, keys);
        List<String> second = keysIn(month.plusMonths(1), keys);
        assertThat(first).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
        assertThat(first.size() + second.size()).isEqualTo(keys.size());
    }

    private List<String> keysIn(YearMonth month, Set<String> keys) {
        return lines(month).stream()
                .filter(line -> line.get("account").equals("issued"))
                .map(line -> line.get("posting_key"))
                .filter(keys::contains)
                .toList();
    }

    @Test
    void the_journal_of_a_month_sums_to_its_closing() {
        YearMonth month = books.openMonth();
        UUID member = books.member();
        UUID funder = books.partner();
        UUID other = books.partner();
        books.earn(member, books.at(month, 2), 1_000, funder, Optional.of(books.at(month, 10)));
        books.spend(member, books.at(month, 4), 300, other);
        books.earn(member, books.at(month, 11), 5, other, Optional.empty());
        books.takeBack(member, books.at(month, 12), 45, funder);

        FunderClosing of = figures(close(month), funder);

        Map<String, Long> sums = new TreeMap<>();
        String code = partners.code(funder);
        lines(month).stream()
                .filter(line -> line.get("funder").equals(code))
                .forEach(line -> sums.merge(line.get("account"), Long.parseLong(line.get("points")), Long::sum));
        assertThat(sums.get("issued")).isEqualTo(-of.total().issued()).isEqualTo(-955);
        assertThat(sums.get("expired")).isEqualTo(of.total().expired()).isEqualTo(700);
        assertThat(sums.get("redeemed")).isEqualTo(of.total().redeemed());
        assertThat(sums.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(of.owed().debt()).isEqualTo(-40);
    }

    private List<Map<String, String>> lines(YearMonth month) {
        try (var stream = journal.of(months.get(month))) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] titles = lines.getFirst().split(",");
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> named = new TreeMap<>();
                        for (int cell = 0; cell < titles.length; cell++) {
                            named.put(titles[cell], cells[cell]);
                        }
                        return named;
                    })
                    .toList();
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    @Test
    void a_month_is_closed_only_once_it_is_over_and_in_its_order() {
        YearMonth month = books.openMonth();

        assertRefused(program.current().monthOf(clock.now()), ProblemCode.MONTH_NOT_OVER);
        assertRefused(month.plusMonths(1), ProblemCode.CLOSING_OUT_OF_ORDER);
        closings.begin(BOOKKEEPER, month);
        assertRefused(month.plusMonths(1), ProblemCode.CLOSING_OUT_OF_ORDER);
        assertThatThrownBy(() -> months.get(month))
                .isInstanceOfSatisfying(Problem.class, problem ->
                        assertThat(problem.code()).isEqualTo(ProblemCode.CLOSING_NOT_DONE));

        closings.run(month);
        assertThat(closings.begin(BOOKKEEPER, month).state()).isEqualTo(ClosingState.CLOSED);
    }

    private void assertRefused(YearMonth month, ProblemCode code) {
        assertThatThrownBy(() -> closings.begin(BOOKKEEPER, month))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void the_liability_now_is_what_was_recorded_until_now_and_a_past_one_what_stood_then() {
        UUID member = books.member();
        UUID funder = books.partner();
        UUID other = books.partner();
        Instant before = clock.now();
        books.earn(member, before, 900, funder, Optional.of(before.plusSeconds(90_000_000)));
        books.spend(member, before.plusMillis(1), 250, other);
        books.takeBack(member, before.plusMillis(2), 700, other);

        Liability now = liability.now();
        Liability walked = liability.asOf(before.plusSeconds(5));
        Liability earlier = liability.asOf(before.plusNanos(500_000));

        assertThat(now.of(funder).funders()).isEqualTo(walked.of(funder).funders());
        assertThat(now.of(other).funders()).isEqualTo(walked.of(other).funders());
        assertThat(now.of(other).funders().getFirst().debt()).isEqualTo(-50);
        assertThat(earlier.of(funder).funders().getFirst().outstanding()).isEqualTo(900);
        assertThat(earlier.of(other).funders()).isEmpty();
    }

    @Test
    void points_that_lapse_by_inactivity_stand_in_the_month_to_which_the_last_activity_puts_it_off() {
        UUID member = books.member();
        UUID funder = books.partner();
        Instant before = clock.now();
        books.act(member, before, own -> own.earn(
                books.posting(TransactionKind.JOIN_BONUS, before.minus(Duration.ofDays(90))),
                List.of(new Grant(300, funder, Optional.empty(), Optional.empty(), false, 6, false))));
        Liability quiet = liability.asOf(before.plusNanos(500_000));
        books.spend(member, before.plusMillis(1), 20, funder);

        Liability now = liability.now();

        assertThat(quiet.of(funder).funders().getFirst().expiring())
                .isEqualTo(Map.of(lapsing(before.minus(Duration.ofDays(90)), 6), 300L));
        assertThat(now.of(funder).funders().getFirst().expiring()).isEqualTo(Map.of(lapsing(before, 6), 280L));
        assertThat(liability.asOf(before.plusSeconds(5)).of(funder).funders()).isEqualTo(now.of(funder).funders());
    }

    private YearMonth lapsing(Instant lastActivity, int months) {
        Program current = program.current();
        return YearMonth.from(current.dateOf(lastActivity).plusMonths(months).plusDays(1));
    }

    private ClosedMonth close(YearMonth month) {
        closings.begin(BOOKKEEPER, month);
        closings.run(month);
        return months.get(month);
    }

    private static FunderClosing figures(ClosedMonth month, UUID funder) {
        return month.of(funder).funders().getFirst();
    }
}
