package id.setia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheringTest {

    private static final int POISON = 13;

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

        assertThat(gathering.put("lane", 1)).isEqualTo("did 1");
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

        assertThat(rounds).containsExactly(List.of(1), List.of(20, 30), List.of(21, 31, 40));
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
    void acts_in_several_lanes_are_done_at_the_same_time_and_each_has_an_outcome_of_its_own() {
        CountDownLatch both = new CountDownLatch(2);
        gathering = new Gathering<>("test", new Gathering.Rules<>(2, 100, 100, act -> 1, GatheringTest::anybody), acts -> {
            both.countDown();
            assertThat(reached(both)).isTrue();
            if (acts.contains(POISON)) {
                throw new IllegalStateException("poison");
            }
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });

        Map<Integer, Outcome<String>> outcomes = gathering.put(Map.of(0, 1, 1, POISON));

        assertThat(outcomes.get(0).get()).isEqualTo("did 1");
        assertThatThrownBy(() -> outcomes.get(1).get()).hasMessage("poison");
    }

    @Test
    void a_full_lane_keeps_nothing_out_of_the_others() throws Exception {
        CountDownLatch others = new CountDownLatch(2);
        gathering = new Gathering<>("test", new Gathering.Rules<>(2, 100, 1, act -> 1, GatheringTest::anybody), acts -> {
            others.countDown();
            waitFor();
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });
        Object kin = IntStream.iterate(0, each -> each + 1).filter(each -> gathering.laneOf(each) == 0).findFirst().getAsInt();
        Future<String> first = callers.submit(() -> gathering.put(kin, 1));
        working.await();
        Future<String> second = callers.submit(() -> gathering.put(kin, 2));
        await(() -> gathering.waiting() > 0);
        Future<Map<Integer, Outcome<String>>> both = callers.submit(() -> gathering.put(Map.of(0, 3, 1, 4)));
        assertThat(reached(others)).isTrue();
        goOn.countDown();

        assertThatThrownBy(() -> both.get().get(0).get()).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
        assertThat(both.get().get(1).get()).isEqualTo("did 4");
        assertThat(List.of(first.get(), second.get())).containsExactly("did 1", "did 2");
    }

    @Test
    void when_the_database_is_gone_nobody_waits_for_every_act_to_find_out_by_itself() throws Exception {
        List<List<Integer>> tried = Collections.synchronizedList(new ArrayList<>());
        gathering = new Gathering<>("test", rules(100, 100, GatheringTest::anybody), acts -> {
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
            assertThatThrownBy(() -> gathering.put("lane", 5))
                    .isInstanceOfSatisfying(Problem.class, problem ->
                            assertThat(problem.code()).isEqualTo(ProblemCode.TRY_AGAIN_LATER));
        });

        for (Future<String> answer : answers) {
            answer.get();
        }
        assertThat(gathering.isCrowded()).isFalse();
        assertThat(gathering.put("lane", 6)).isEqualTo("did 6");
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
            assertThatThrownBy(() -> gathering.put("lane", 1, 0)).isInstanceOfSatisfying(
                    Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_REQUEST));
            assertThatThrownBy(() -> gathering.put("lane", 2, 0)).isInstanceOf(Problem.class);
        })) {
            answer.get();
        }

        assertThat(gathering.put("lane", 1, 0)).as("once it is done").isEqualTo("did 1");
        assertThat(rounds).containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(gathering.figures().acts()).isEqualTo(3);
        assertThat(gathering.figures().rounds()).isEqualTo(3);
    }

    @Test
    void what_is_being_done_does_not_wait_for_the_same_act_that_came_later() throws Exception {
        open(100, 100, GatheringTest::anybody);
        Future<String> first = callers.submit(() -> gathering.put("lane", 1, 1));
        working.await();
        Future<String> again = callers.submit(() -> gathering.put("lane", 1));
        Thread.sleep(1_500);
        goOn.countDown();

        assertThat(first.get()).isEqualTo("did 1");
        assertThat(again.get()).isEqualTo("did 1");
    }

    @Test
    void who_is_interrupted_leaves_the_line() throws Exception {
        open(100, 100, GatheringTest::anybody);
        for (Future<String> answer : sendOneThen(List.of(2), () -> {
            Future<String> interrupted = callers.submit(() -> gathering.put("lane", 3));
            await(() -> gathering.waiting() == 2);
            interrupted.cancel(true);
            await(() -> gathering.waiting() == 1);
        })) {
            answer.get();
        }

        assertThat(rounds).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void a_writer_goes_on_whatever_befalls_it_between_two_rounds_and_only_the_one_to_blame_fails() throws Exception {
        open(100, 100, () -> next -> {
            if (next == POISON) {
                throw new StackOverflowError("poison");
            }
            return true;
        });
        List<Future<String>> answers = sendOneThen(List.of(2, POISON, 3));

        assertThat(answers.get(1).get()).isEqualTo("did 2");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("poison");
        assertThat(answers.get(3).get()).isEqualTo("did 3");
        assertThat(gathering.put("lane", 4)).isEqualTo("did 4");
        assertThat(gathering.waiting()).isZero();
    }

    @Test
    void closing_does_what_waits_and_takes_nothing_more() throws Exception {
        open(100, 100, GatheringTest::anybody);
        List<Future<String>> answers = sendOneThen(List.of(2, 3), () -> {});
        gathering.close();

        assertThat(answers.get(2).get()).isEqualTo("did 3");
        assertThatThrownBy(() -> gathering.put("lane", 4)).isInstanceOf(Problem.class);
    }

    private static Predicate<Integer> anybody() {
        return next -> true;
    }

    private static Predicate<Integer> ofDifferentTens() {
        Set<Integer> tens = new HashSet<>();
        return next -> tens.add(next / 10);
    }

    private void open(int most, int room, Supplier<Predicate<Integer>> company) {
        gathering = new Gathering<>("test", rules(most, room, company), acts -> {
            waitFor();
            if (acts.contains(POISON)) {
                throw new IllegalStateException("poison");
            }
            rounds.add(acts);
            return acts.stream().<Outcome<String>>map(act -> new Outcome.Done<>("did " + act)).toList();
        });
    }

    private static Gathering.Rules<Integer> rules(int most, int room, Supplier<Predicate<Integer>> company) {
        return new Gathering.Rules<>(1, most, room, act -> 1, company, Integer::equals);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
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

    /** Keeps the writer busy with 1 until all others stand in line, one after the other. */
    private List<Future<String>> sendOneThen(List<Integer> others, Runnable meanwhile) throws InterruptedException {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> gathering.put("lane", 1)));
        working.await();
        for (int act : others) {
            int waiting = gathering.waiting();
            answers.add(callers.submit(() -> gathering.put("lane", act)));
            await(() -> gathering.waiting() > waiting);
        }
        meanwhile.run();
        goOn.countDown();
        return answers;
    }
}
