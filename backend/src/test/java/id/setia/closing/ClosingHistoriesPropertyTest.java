package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.points.Entry;
import id.setia.points.LedgerAccount;
import id.setia.points.LedgerTransaction;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.testing.TestContextBuilder;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random histories of two members and three partners over four months: at the end of each month the closing is what plain
 * sums over the entries say, and the journals hold every entry once.
 */
class ClosingHistoriesPropertyTest {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final int MONTHS = 4;

    private static ApplicationContext context;

    @BeforeContainer
    static void start() {
        context = new TestContextBuilder().environments("test").start();
    }

    @AfterContainer
    static void stop() {
        context.close();
    }

    /**
     * One step of a history.
     *
     * @param what 0 to 2 earns, 3 and 4 uses, 5 takes back
     * @param hours passed since the step before
     */
    record Step(int what, boolean second, int funder, int honouring, long points, int hours, int lifeDays) {}

    @Provide
    static Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 500),
                        Arbitraries.integers().between(0, 96),
                        Arbitraries.integers().between(0, 70))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void closings_add_up_to_the_ledger_at_the_end_of_every_month_and_nothing_is_in_two(
            @ForAll("histories") List<Step> steps) {
        TestBooks books = context.getBean(TestBooks.class);
        Program program = context.getBean(ProgramSettings.class).current();
        YearMonth first = books.openMonth();
        List<UUID> partners = List.of(books.partner(), books.partner(), books.partner());
        List<UUID> members = List.of(books.member(), books.member());
        Map<UUID, LedgerTransaction> written = new HashMap<>();
        Instant now = program.startOf(first.atDay(1));
        for (Step step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            if (!program.monthOf(now).isBefore(first.plusMonths(MONTHS))) {
                break;
            }
            for (LedgerTransaction made : take(books, step, members, partners, now)) {
                written.put(made.id(), made);
            }
        }

        Map<UUID, Long> outstanding = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int month = 0; month < MONTHS; month++) {
            YearMonth current = first.plusMonths(month);
            List<LedgerTransaction> of = written.values().stream()
                    .filter(made -> program.monthOf(made.recordedAt()).equals(current))
                    .toList();
            ClosedMonth closed = close(current);
            assertThat(closed.closing().state()).isEqualTo(ClosingState.CLOSED);
            for (UUID partner : partners) {
                check(closed, partner, of, outstanding);
            }
            checkJournal(closed, partners, of, seen);
        }
    }

    private static List<LedgerTransaction> take(
            TestBooks books, Step step, List<UUID> members, List<UUID> partners, Instant now) {
        UUID member = members.get(step.second() ? 1 : 0);
        UUID funder = partners.get(step.funder());
        UUID honouring = partners.get(step.honouring());
        Optional<Instant> expiry =
                step.lifeDays() == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(step.lifeDays())));
        return switch (step.what()) {
            case 3, 4 -> books.act(member, now, own -> {
                long points = Math.min(step.points(), own.available());
                if (points > 0) {
                    own.spend(books.posting(TransactionKind.SPEND, now), points, honouring);
                }
            });
            case 5 -> books.takeBack(member, now, step.points(), funder);
            default -> books.earn(member, now, step.points(), funder, expiry);
        };
    }

    private static ClosedMonth close(YearMonth month) {
        Closings closings = context.getBean(Closings.class);
        closings.begin(NOBODY, month);
        closings.run(month);
        return context.getBean(ClosedMonths.class).get(month);
    }

    private static void check(
            ClosedMonth closed, UUID partner, List<LedgerTransaction> of, Map<UUID, Long> outstanding) {
        List<Entry> entries = of.stream()
                .flatMap(made -> made.entries().stream())
                .filter(entry -> entry.funderId().equals(partner))
                .toList();
        FunderClosing funder = closed.of(partner).funders().stream()
                .findFirst()
                .orElse(new FunderClosing(ClosingTotal.nothing(partner), 0, new TreeMap<>(), Owed.nothing(partner)));
        assertThat(funder.total().issued()).isEqualTo(-sum(entries, LedgerAccount.ISSUED));
        assertThat(funder.total().redeemed()).isEqualTo(sum(entries, LedgerAccount.REDEEMED));
        assertThat(funder.total().expired()).isEqualTo(sum(entries, LedgerAccount.EXPIRED));
        assertThat(funder.total().adjusted()).isEqualTo(sum(entries, LedgerAccount.ADJUSTED));
        Map<UUID, Long> redeemedAt = new TreeMap<>();
        entries.forEach(entry -> entry.honouringPartnerId()
                .ifPresent(honouring -> redeemedAt.merge(honouring, entry.points(), Long::sum)));
        assertThat(funder.redeemedAt()).isEqualTo(redeemedAt);
        assertThat(funder.broughtForward()).isEqualTo(outstanding.getOrDefault(partner, 0L));
        long moved = sum(entries, LedgerAccount.AVAILABLE)
                + sum(entries, LedgerAccount.PENDING)
                + sum(entries, LedgerAccount.HELD)
                + sum(entries, LedgerAccount.DEBT);
        assertThat(funder.owed().outstanding()).isEqualTo(outstanding.merge(partner, moved, Long::sum));
        assertThat(funder.owed().expiringPoints() + funder.owed().never())
                .isEqualTo(funder.owed().outstanding() - funder.owed().debt());
        assertThat(funder.reconciled()).isTrue();
    }

    private static long sum(List<Entry> entries, LedgerAccount account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::points)
                .sum();
    }

    private static void checkJournal(
            ClosedMonth closed, List<UUID> partners, List<LedgerTransaction> of, Set<String> seen) {
        BookPartners names = context.getBean(BookPartners.class);
        Set<String> codes = partners.stream().map(names::code).collect(Collectors.toSet());
        List<String> expected = new ArrayList<>();
        of.forEach(made -> made.entries().forEach(entry -> expected.add(String.join(
                ",",
                made.posting().key(),
                made.posting().kind().value(),
                entry.account().value(),
                names.code(entry.funderId()),
                entry.honouringPartnerId().map(names::code).orElse(""),
                Long.toString(entry.points())))));
        List<String> found = journal(closed).lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> codes.contains(cells[5]))
                .map(cells -> String.join(",", Arrays.copyOfRange(cells, 2, 8)))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        of.forEach(made -> assertThat(seen.add(made.posting().key())).isTrue());
    }

    private static String journal(ClosedMonth closed) {
        try (var stream = context.getBean(Journal.class).of(closed)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }
}
