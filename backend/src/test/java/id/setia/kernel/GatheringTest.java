package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringTest {

    private static final int POISON = 13;
    /** Acts that are the same but for multiples of it are of one kin. */
    private static final int KINS = 1000;

    private final List<List<Integer>> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private Gathering<Integer, String> gathering;

    @AfterEach
    void end() {
        goOn.countDown();
        callers.shutdownNow();
        gathering.close();
    }

    @Test
    void a_lone_act_is_done_at_once() {
        open(100, 100, GatheringTest::anybody);
        goOn.countDown();

        assertThat(gathering.put(1)).isEqualTo("did 1");
        assertThat(rounds).containsExactly(List.of(1));
    }

    @Test
    void what_gathers_while_the_writer_is_busy_is_done_together_in_the_order_it_came() throws Exception {
        open(100, 100, GatheringTest::anybody);
        List<Future<String>> answers = sendOneThen(IntStream.rangeClosed(2, 12).boxed().toList());

        for (int index = 0; index < answers.size(); index++) {
            assertThat(answers.get(index).get()).isEqualTo("did " + (index + 1));
        }
        assertThat(rounds).containsExactly(List.of(1), IntStream.rangeClosed(2, 12).boxed().toList());
    }

    @Test
    void no_more_is_done_together_than_is_allowed() throws Exception {
        open(5, 100, GatheringTest::anybody);
        for (Future<String> answer : sendOneThen(IntStream.rangeClosed(2, 12).boxed().toList())) {
            answer.get();
        }

        assertThat(rounds).extracting(List::size).containsExactly(1, 5, 5, 1);
    }

    @Test
    void acts_that_must_be_apart_are_done_one_after_the_other() throws Exception {
        open(100, 100, GatheringTest::ofDifferentTens);
        for (Future<String> answer : sendOneThen(List.of(20, 30, 21, 31, 40))) {
            answer.get();
        }

        assertThat(rounds).containsExactly(List.of(1), List.of(20, 30, 40), List.of(21, 31));
    }

    @Test
    void one_that_spoils_a_round_fails_alone() throws Exception {
        open(100, 100, GatheringTest::anybody);
        List<Future<String>> answers = sendOneThen(List.of(2, POISON, 4));

        assertThat(answers.get(1).get()).isEqualTo("did 2");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("poison");
        assertThat(answers.get(3).get()).isEqualTo("did 4");
        assertThat(rounds).containsExactly(List.of(1), List.of(2), List.of(4));
    }

    @Test
    void little_waits_for_a_writer_who_does_much() throws Exception {
        open(beside(6, Duration.ofMinutes(1)));
        List<Future<String>> answers = sendOneThen(List.of(2, 3), () -> assertThat(begun).containsExactly(List.of(1)));
        for (Future<String> answer : answers) {
            answer.get();
        }

        assertThat(begun).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void half_of_what_is_being_done_is_begun_beside_it() throws Exception {
        open(beside(6, Duration.ofMinutes(1)));
        for (Future<String> answer : sendOneThen(List.of(2, 3, 4), this::awaitSecondBesideTheFirst)) {
            answer.get();
        }

        assertThat(begun).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void few_wait_for_a_writer_who_is_free_but_not_for_long() throws Exception {
        open(beside(6, Duration.ofSeconds(2)));
        for (Future<String> answer : sendOneThen(List.of(2, 3), this::awaitSecondBesideTheFirst)) {
            answer.get();
        }

        assertThat(begun).containsExactly(List.of(1), List.of(2, 3));
    }

    private void awaitSecondBesideTheFirst() {
        await(() -> begun.size() == 2);
        assertThat(rounds).as("done").isEmpty();
    }

    /** Two writers, with an act of the given weight for the first. */
    private static Gathering.Rules<Integer> beside(int first, Duration patience) {
        return new Gathering.Rules<>(
                2, 100, 100, 100, patience, act -> act == 1 ? first : 1, GatheringTest::kin, GatheringTest::anybody,
                Integer::equals);
    }

    @Test
    void what_comes_in_one_go_is_shared_by_the_writers_who_rest_and_each_act_has_an_outcome_of_its_own() {
        CountDownLatch both = new CountDownLatch(2);
        gathering = new Gathering<>("test", rules(2, 1, 100, 100, GatheringTest::anybody), acts -> {
            both.countDown();
            assertThat(reached(both)).isTrue();
            if (acts.contains(POISON)) {
                throw new IllegalStateException("poison");
            }
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });

        List<Outcome<String>> outcomes = gathering.put(List.of(21, POISON));

        assertThat(outcomes.get(0).get()).isEqualTo("did 21");
        assertThatThrownBy(() -> outcomes.get(1).get()).hasMessage("poison");
    }

    @Test
    void those_for_whom_there_is_no_room_keep_nobody_else_out() throws Exception {
        open(100, 2, GatheringTest::anybody);
        List<Future<List<Outcome<String>>>> late = new ArrayList<>();
        sendOneThen(List.of(2), () -> {
            late.add(callers.submit(() -> gathering.put(List.of(3, 4))));
            await(() -> gathering.waiting() == 2);
        });

        List<Outcome<String>> outcomes = late.getFirst().get();
        assertThat(outcomes.get(0).get()).isEqualTo("did 3");
        assertThatThrownBy(() -> outcomes.get(1).get()).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
    }

    @Test
    void acts_of_one_kin_wait_for_the_round_it_is_in_and_others_pass_them() throws Exception {
        open(rules(2, 1, 100, 100, GatheringTest::anybody));
        List<Future<String>> answers = sendOneThen(List.of(1 + KINS, 1 + 2 * KINS), () -> {
            callers.submit(() -> gathering.put(10 + KINS));
            awaitSecondBesideTheFirst();
        });
        for (Future<String> answer : answers) {
            answer.get();
        }

        assertThat(begun).containsExactly(List.of(1), List.of(10 + KINS), List.of(1 + KINS, 1 + 2 * KINS));
    }

    @Test
    void who_leaves_the_line_sets_those_free_who_waited_for_it_alone() throws Exception {
        open(new Gathering.Rules<>(
                2, 100, 100, 100, Duration.ofMinutes(1), act -> 1, act -> act == 2 ? Set.of(1, 3) : kin(act),
                GatheringTest::anybody, (one, other) -> one == 1 && other == 2));
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> gathering.put(1)));
        working.await();
        answers.add(callers.submit(() -> gathering.put(2, 1)));
        await(() -> gathering.waiting() == 1);
        answers.add(callers.submit(() -> gathering.put(3)));
        await(() -> gathering.waiting() == 2);
        assertThat(begun).containsExactly(List.of(1));

        assertThatThrownBy(() -> answers.get(1).get()).hasRootCauseInstanceOf(Problem.class);
        awaitSecondBesideTheFirst();
        assertThat(begun).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void whatever_comes_is_done_once_in_the_order_of_its_kin_and_never_in_two_rounds_at_a_time() throws Exception {
        Map<Integer, Integer> latest = new ConcurrentHashMap<>();
        Set<Object> busy = ConcurrentHashMap.newKeySet();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        Gathering.Rules<Integer> rules = new Gathering.Rules<>(
                3, 12, 1000, 4, Duration.ofMillis(1), act -> 1 + act / KINS % 3, GatheringTest::ownAndShared,
                GatheringTest::anybody, Integer::equals);
        gathering = new Gathering<>("test", rules, acts -> {
            Set<Object> kins = acts.stream().flatMap(act -> ownAndShared(act).stream()).collect(Collectors.toSet());
            kins.stream().filter(kin -> !busy.add(kin)).forEach(kin -> faults.add("twice at a time: " + kin));
            for (int act : acts) {
                Integer before = latest.put(act % KINS, act);
                if (before != null && before >= act) {
                    faults.add(act + " after " + before);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(500_000));
            busy.removeAll(kins);
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });
        List<Future<?>> all = new ArrayList<>();
        for (int kin = 0; kin < 12; kin++) {
            int own = kin;
            all.add(callers.submit(() -> {
                int next = own;
                for (int turn = 0; turn < 198; turn++) {
                    List<Integer> acts = new ArrayList<>();
                    for (int count = 0; count <= turn % 3; count++) {
                        acts.add(next += KINS);
                    }
                    gathering.put(acts).forEach(Outcome::get);
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }

        assertThat(faults).isEmpty();
        assertThat(gathering.waiting()).isZero();
        assertThat(gathering.figures().acts()).isEqualTo(12 * 198 * 2);
    }

    /** One in five has something in common with its neighbours, too. */
    private static Set<Object> ownAndShared(int act) {
        int own = act % KINS;
        return act / KINS % 5 == 0 ? Set.of(own, "shared by " + own / 4) : Set.of(own);
    }

    @Test
    void when_the_database_is_gone_nobody_waits_for_every_act_to_find_out_by_itself() throws Exception {
        List<List<Integer>> tried = Collections.synchronizedList(new ArrayList<>());
        gathering = new Gathering<>("test", rules(1, 1, 100, 100, GatheringTest::anybody), acts -> {
            waitFor();
            tried.add(acts);
            throw new DatabaseFailure(new SQLException("gone", "08S01"));
        });
        List<Future<String>> answers = sendOneThen(List.of(2, 3, 4));

        for (Future<String> answer : answers) {
            assertThatThrownBy(answer::get).hasRootCauseMessage("gone");
        }
        assertThat(tried).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void who_finds_the_line_full_is_asked_to_come_again_and_nobody_in_it_is_lost() throws Exception {
        open(100, 3, GatheringTest::anybody);
        List<Future<String>> answers = sendOneThen(List.of(2, 3, 4), () -> {
            assertThat(gathering.isCrowded()).isTrue();
            assertThatThrownBy(() -> gathering.put(5))
                    .isInstanceOfSatisfying(Problem.class, problem ->
                            assertThat(problem.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
        });

        for (Future<String> answer : answers) {
            answer.get();
        }
        assertThat(gathering.isCrowded()).isFalse();
        assertThat(gathering.put(6)).isEqualTo("did 6");
    }

    @Test
    void a_line_that_does_not_move_for_seconds_is_crowded_however_short_it_is() throws Exception {
        open(100, 100, GatheringTest::anybody);
        for (Future<String> answer : sendOneThen(List.of(2), () -> {
            assertThat(gathering.isCrowded(System.nanoTime())).isFalse();
            assertThat(gathering.isCrowded(System.nanoTime() + TimeUnit.SECONDS.toNanos(4))).isTrue();
        })) {
            answer.get();
        }

        assertThat(gathering.isCrowded(System.nanoTime() + TimeUnit.SECONDS.toNanos(4))).isFalse();
    }

    @Test
    void who_waits_behind_the_same_act_too_long_is_told_that_it_is_being_done() throws Exception {
        open(100, 100, GatheringTest::anybody);
        for (Future<String> answer : sendOneThen(List.of(2), () -> {
            assertThatThrownBy(() -> gathering.put(1, 0)).isInstanceOfSatisfying(
                    Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_REQUEST));
            assertThatThrownBy(() -> gathering.put(2, 0)).isInstanceOf(Problem.class);
        })) {
            answer.get();
        }

        assertThat(gathering.put(1, 0)).as("once it is done").isEqualTo("did 1");
        assertThat(rounds).containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(gathering.figures().acts()).isEqualTo(3);
        assertThat(gathering.figures().rounds()).isEqualTo(3);
    }

    @Test
    void closing_does_what_waits_and_takes_nothing_more() throws Exception {
        open(100, 100, GatheringTest::anybody);
        List<Future<String>> answers = sendOneThen(List.of(2, 3), () -> {});
        gathering.close();

        assertThat(answers.get(2).get()).isEqualTo("did 3");
        assertThatThrownBy(() -> gathering.put(4)).isInstanceOf(Problem.class);
    }

    private static Predicate<Integer> anybody() {
        return next -> true;
    }

    private static Predicate<Integer> ofDifferentTens() {
        Set<Integer> tens = new HashSet<>();
        return next -> tens.add(next / 10);
    }

    private static Set<Object> kin(int act) {
        return Set.of(act % KINS);
    }

    private void open(int most, int room, Supplier<Predicate<Integer>> company) {
        open(rules(1, 1, most, room, company));
    }

    private void open(Gathering.Rules<Integer> rules) {
        gathering = new Gathering<>("test", rules, acts -> {
            begun.add(acts);
            waitFor();
            if (acts.contains(POISON)) {
                throw new IllegalStateException("poison");
            }
            rounds.add(acts);
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });
    }

    private static Gathering.Rules<Integer> rules(
            int writers, int sharing, int most, int room, Supplier<Predicate<Integer>> company) {
        return new Gathering.Rules<>(
                writers, most, room, sharing, Duration.ofMinutes(1), act -> 1, GatheringTest::kin, company, Integer::equals);
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void waitFor() {
        working.countDown();
        try {
            goOn.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<String>> sendOneThen(List<Integer> others) throws InterruptedException {
        return sendOneThen(others, () -> {});
    }

    /** Keeps a writer busy with 1 until all others, each of which came after the one before it, stand in line or have begun. */
    private List<Future<String>> sendOneThen(List<Integer> others, Runnable meanwhile) throws InterruptedException {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> gathering.put(1)));
        working.await();
        for (int act : others) {
            int came = came();
            answers.add(callers.submit(() -> gathering.put(act)));
            await(() -> came() > came);
        }
        meanwhile.run();
        goOn.countDown();
        return answers;
    }

    private int came() {
        return gathering.waiting() + begun.stream().mapToInt(List::size).sum();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).isFalse();
            LockSupport.parkNanos(100_000);
        }
    }
}
