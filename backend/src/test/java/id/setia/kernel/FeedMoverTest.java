package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@SetiaTest
class FeedMoverTest {

    private static final int MEMBERS = 20;
    private static final int EVENTS_EACH = 120;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    @Inject
    IdMaker ids;

    @Inject
    Transactions transactions;

    @Inject
    Leases leases;

    @Inject
    Outbox outbox;

    @Inject
    Feed feed;

    @Test
    void what_waits_is_moved_in_the_order_of_its_recording_and_only_once() {
        FeedMover mover = mover();
        UUID member = ids.next();
        Event second = event(member, 2);
        Event first = event(member, 1);
        outbox.write(second);
        outbox.write(first);

        moveAll(mover);
        moveAll(mover);

        assertThat(feedOf(Set.of(member))).extracting(FeedEvent::event).containsExactly(first, second);
    }

    @Test
    void more_than_one_chunk_goes_in_one_turn() {
        UUID member = ids.next();
        Batch batch = new Batch();
        for (int seq = 1; seq <= 2_500; seq++) {
            outbox.add(batch, event(member, seq));
        }
        transactions.write(connection -> {
            batch.flush(connection);
            return null;
        });

        moveAll(mover());

        assertThat(feedOf(Set.of(member)))
                .extracting(moved -> moved.event().memberSeq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_500).boxed().toList());
    }

    @Test
    void a_backlog_of_many_chunks_keeps_the_order_of_its_recording() {
        UUID member = ids.next();
        Batch batch = new Batch();
        for (int seq = 5_300; seq >= 1; seq--) {
            outbox.add(batch, event(member, seq));
        }
        transactions.write(connection -> {
            batch.flush(connection);
            return null;
        });

        moveAll(mover());

        assertThat(feedOf(Set.of(member)))
                .extracting(moved -> moved.event().memberSeq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5_300).boxed().toList());
    }

    @Test
    void what_is_committed_long_after_its_time_is_found_within_a_minute_of_looks() {
        giveUp();
        FeedMover mover = mover();
        outbox.write(event(ids.next(), 1));
        mover.move();
        UUID late = ids.next();
        UUID earlier = new UUID(late.getMostSignificantBits() - (Duration.ofMinutes(2).toMillis() << 16), late.getLeastSignificantBits());
        outbox.write(new Event(earlier, Optional.of(late), 1, "test.happened", 1, "{}", BEGIN, BEGIN));

        int moved = 0;
        for (int look = 0; look < 300; look++) {
            moved += mover.move();
        }
        giveUp();

        assertThat(moved).isEqualTo(1);
        assertThat(feedOf(Set.of(late))).hasSize(1);
    }

    @Test
    void what_is_not_committed_yet_holds_up_nothing_else() throws Exception {
        UUID member = ids.next();
        UUID later = ids.next();
        for (int seq = 1; seq <= 700; seq++) {
            outbox.write(event(member, seq));
        }
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            transactions.write(connection -> {
                outbox.write(event(later, 1));
                assertThat(elsewhere.submit(() -> moveAll(mover()))).succeedsWithin(Duration.ofSeconds(15));
                return null;
            });
        }

        assertThat(feedOf(Set.of(member))).hasSize(700);
        assertThat(feedOf(Set.of(later))).isEmpty();
        moveAll(mover());
        assertThat(feedOf(Set.of(later))).hasSize(1);
    }

    @Test
    void two_movers_that_race_lose_nothing_double_nothing_and_keep_each_member_s_order() throws Exception {
        Map<UUID, Long> members = new ConcurrentHashMap<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Callable<Void>> work = new ArrayList<>();
        for (int index = 0; index < MEMBERS; index++) {
            UUID member = ids.next();
            members.put(member, 0L);
            work.add(() -> {
                for (int seq = 1; seq <= EVENTS_EACH; seq++) {
                    outbox.write(event(member, seq));
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> movers = List.of(
                    threads.submit(() -> moveWhile(writing)), threads.submit(() -> moveWhile(writing)));
            for (Future<Void> writer : threads.invokeAll(work)) {
                writer.get();
            }
            writing.set(false);
            for (Future<Integer> mover : movers) {
                mover.get();
            }
        }
        moveAll(mover());

        Map<UUID, List<Long>> moved = feedOf(members.keySet()).stream()
                .collect(Collectors.groupingBy(
                        event -> event.event().memberId().orElseThrow(),
                        Collectors.mapping(event -> event.event().memberSeq(), Collectors.toList())));
        assertThat(moved).hasSize(MEMBERS);
        assertThat(moved.values())
                .allSatisfy(seqs -> assertThat(seqs)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS_EACH).boxed().toList()));
        assertThat(positions()).containsExactlyElementsOf(LongStream.rangeClosed(1, feed.last()).boxed().toList());
    }

    @Test
    void a_lease_is_for_one_until_its_time_is_over_and_the_one_before_can_write_no_more() {
        String name = "work-" + ids.next();
        Lease first = leases.take(name, ids.next(), Duration.ofHours(1)).orElseThrow();

        assertThat(leases.take(name, ids.next(), Duration.ofHours(1))).isEmpty();
        leases.release(first);
        Lease second = leases.take(name, ids.next(), Duration.ofHours(1)).orElseThrow();

        assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
        assertThatThrownBy(() -> renew(first)).isInstanceOf(LeaseLost.class);
        renew(second);
    }

    @Test
    void a_lease_asked_for_by_many_at_once_goes_to_one() throws Exception {
        String name = "work-" + ids.next();
        Callable<Optional<Lease>> asking = () -> leases.take(name, ids.next(), Duration.ofHours(1));

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int granted = 0;
            for (Future<Optional<Lease>> answer : threads.invokeAll(Collections.nCopies(16, asking))) {
                granted += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        }
    }

    private void renew(Lease lease) {
        transactions.write(connection -> {
            leases.renew(connection, lease, Duration.ofHours(1));
            return null;
        });
    }

    /** Gives the lease up after each turn, so that it changes hands all the time. */
    private int moveWhile(AtomicBoolean writing) {
        int moved = 0;
        while (writing.get()) {
            FeedMover mover = mover();
            moved += mover.move();
            giveUp();
        }
        return moved;
    }

    private void moveAll(FeedMover mover) {
        giveUp();
        mover.move();
        giveUp();
    }

    /** Ends whatever lease there is, as if its holder's time were over. */
    private void giveUp() {
        transactions.write(connection -> {
            try (var update = connection.prepareStatement("UPDATE lease SET held_until = ? WHERE name = 'feed'")) {
                update.setObject(1, Sql.time(BEGIN));
                return update.executeUpdate();
            }
        });
    }

    private FeedMover mover() {
        return new FeedMover(ids, transactions, leases);
    }

    private Event event(UUID member, long seq) {
        return new Event(
                ids.next(), Optional.of(member), seq, "test.happened", 1, "{}", BEGIN, BEGIN.plus(seq, ChronoUnit.MICROS));
    }

    private List<FeedEvent> feedOf(Set<UUID> members) {
        return all().stream()
                .filter(event -> event.event().memberId().filter(members::contains).isPresent())
                .toList();
    }

    private List<Long> positions() {
        return all().stream().map(FeedEvent::position).toList();
    }

    private List<FeedEvent> all() {
        List<FeedEvent> all = new ArrayList<>();
        List<FeedEvent> page;
        do {
            page = feed.after(all.isEmpty() ? 0 : all.getLast().position(), 1_000);
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }
}
