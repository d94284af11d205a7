package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger in the order of recording: each transaction with its own entries, wherever a page begins and however many they are. */
@SetiaTest
class LedgerDaysTest {

    @Inject
    TestProgram program;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger ledger;

    @Inject
    LedgerDays days;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private UUID member;

    @BeforeEach
    void join() {
        program.found();
        member = people.join().id();
    }

    @Test
    void a_page_that_begins_anywhere_has_each_transaction_with_all_of_its_entries_and_no_other() {
        Instant from = clock.now();
        for (int funders : new int[] {1, 7, 0, 3, 1, 3, 12, 2}) {
            earn(funders);
        }

        List<BookedTransaction> all = recorded(from, Optional.empty());

        assertThat(all).extracting(one -> one.entries().size()).containsExactly(2, 14, 0, 6, 2, 6, 24, 4);
        assertThat(all).allSatisfy(one -> assertThat(one.entries().stream().mapToLong(Entry::points).sum()).isZero());
        for (int first = 1; first < all.size(); first++) {
            assertThat(recorded(from, Optional.of(LedgerDays.Spot.of(all.get(first - 1))))).isEqualTo(all.subList(first, all.size()));
        }
        assertThat(recordedBackwards(from)).isEqualTo(all.reversed());
    }

    /** More members than are looked back for at once, each with more entries than a page reads with its transactions. */
    @Test
    void transactions_of_many_entries_are_whole_however_many_members_have_one() {
        List<UUID> members = Stream.generate(() -> people.join().id()).limit(102).toList();
        clock.advance(Duration.ofHours(1));
        Instant from = clock.now();
        List<UUID> funders = Stream.generate(UUID::randomUUID).limit(5).toList();
        for (int round = 0; round < 2; round++) {
            clock.advance(Duration.ofSeconds(1));
            ledger.post(session -> {
                session.lock(members);
                members.forEach(one -> {
                    UUID source = ids.next();
                    session.member(one).earn(
                            new Posting("event:" + source, TransactionKind.EVENT_BONUS, new Source("event", source), session.now(), "{}"),
                            funders.stream().map(funder -> new Grant(5, funder, Optional.empty(), Optional.empty())).toList());
                });
                return null;
            });
        }

        List<BookedTransaction> all = days.recorded(from, clock.now().plus(Duration.ofMinutes(1)), Optional.empty(), 10_000).stream()
                .filter(one -> members.contains(one.memberId()))
                .toList();

        assertThat(all).hasSize(204).allSatisfy(one -> {
            assertThat(one.entries()).hasSize(10);
            assertThat(one.entries().stream().mapToLong(Entry::points).sum()).isZero();
            assertThat(one.entries()).extracting(Entry::funderId).containsAll(funders);
        });
    }

    @Test
    void what_was_recorded_at_one_moment_is_read_on_in_the_order_of_members_whichever_way() {
        Set<UUID> members = Stream.generate(() -> people.join().id()).limit(7).collect(Collectors.toCollection(TreeSet::new));
        clock.advance(Duration.ofHours(1));
        Instant from = clock.now();
        ledger.post(session -> {
            session.lock(members);
            members.forEach(one -> session.member(one).earn(
                    new Posting("event:" + one, TransactionKind.EVENT_BONUS, new Source("event", one), session.now(), "{}"),
                    List.of(new Grant(5, UUID.randomUUID(), Optional.empty(), Optional.empty()))));
            return null;
        });
        Instant until = clock.now().plus(Duration.ofMinutes(1));

        List<UUID> onwards = new ArrayList<>();
        Optional<LedgerDays.Spot> spot = Optional.empty();
        for (List<BookedTransaction> page = days.recorded(from, until, spot, 2);
                !page.isEmpty();
                page = days.recorded(from, until, spot, 2)) {
            page.forEach(one -> onwards.add(one.memberId()));
            spot = Optional.of(LedgerDays.Spot.of(page.getLast()));
        }
        List<UUID> backwards = new ArrayList<>();
        spot = Optional.empty();
        for (List<BookedTransaction> page = days.recordedBackwards(from, until, spot, 2);
                !page.isEmpty();
                page = days.recordedBackwards(from, until, spot, 2)) {
            page.forEach(one -> backwards.add(one.memberId()));
            spot = Optional.of(LedgerDays.Spot.of(page.getLast()));
        }

        onwards.retainAll(members);
        backwards.retainAll(members);
        assertThat(onwards).containsExactlyInAnyOrderElementsOf(members);
        assertThat(backwards).isEqualTo(onwards.reversed());
    }

    private List<BookedTransaction> recorded(Instant from, Optional<LedgerDays.Spot> behind) {
        return mine(days.recorded(from, clock.now().plus(Duration.ofMinutes(1)), behind, 10_000));
    }

    private List<BookedTransaction> recordedBackwards(Instant from) {
        return mine(days.recordedBackwards(from, clock.now().plus(Duration.ofMinutes(1)), Optional.empty(), 10_000));
    }

    private List<BookedTransaction> mine(List<BookedTransaction> all) {
        return all.stream().filter(one -> one.memberId().equals(member)).toList();
    }

    private void earn(int funders) {
        UUID source = ids.next();
        List<Grant> grants = Stream.generate(UUID::randomUUID)
                .limit(funders)
                .map(funder -> new Grant(5, funder, Optional.empty(), Optional.empty()))
                .toList();
        ledger.post(session -> {
            session.lock(Set.of(member));
            session.member(member).earn(
                    new Posting("event:" + source, TransactionKind.EVENT_BONUS, new Source("event", source), clock.now(), "{}"), grants);
            return null;
        });
    }
}
