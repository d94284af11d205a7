package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SetiaTest
class IdempotencyKeysTest {

    @Inject
    IdempotencyKeys requests;

    @Inject
    IdMaker ids;

    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void the_same_request_again_has_no_second_effect_and_gets_what_the_first_made() {
        Caller caller = agent();

        IdempotencyKeys.Made first = send(caller, "k", "beli kopi");
        IdempotencyKeys.Made again = send(caller, "k", "beli kopi");

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new IdempotencyKeys.Made(first.resourceId(), true));
        assertThat(effects).hasValue(1);
    }

    @Test
    void other_content_under_the_same_key_is_refused_and_another_callers_key_is_another() {
        Caller caller = agent();
        send(caller, "k", "beli kopi");

        assertThatThrownBy(() -> send(caller, "k", "beli teh")).isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(send(agent(), "k", "beli teh").replayed()).isFalse();
    }

    @Test
    void a_request_without_a_key_is_refused() {
        assertThatThrownBy(() -> send(agent(), "  ", "beli kopi")).isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_MISSING));
        assertThat(effects).hasValue(0);
    }

    @Test
    void a_request_that_failed_leaves_its_key_free() {
        Caller caller = agent();
        assertThatThrownBy(() -> requests.once(request(caller, "k", "beli kopi"), ids.next(), id -> {
                    throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
                }))
                .isInstanceOf(Problem.class);

        assertThat(send(caller, "k", "beli kopi").replayed()).isFalse();
    }

    @Test
    void requests_at_the_same_moment_have_one_effect() throws Exception {
        Caller caller = agent();
        List<Callable<IdempotencyKeys.Made>> sends = IntStream.range(0, 6)
                .<Callable<IdempotencyKeys.Made>>mapToObj(index -> () -> send(caller, "k", "beli kopi"))
                .toList();
        try (ExecutorService tills = Executors.newFixedThreadPool(6)) {
            List<Future<IdempotencyKeys.Made>> made = tills.invokeAll(sends);
            Set<UUID> resources = new HashSet<>();
            for (Future<IdempotencyKeys.Made> one : made) {
                resources.add(one.get().resourceId());
            }
            assertThat(resources).hasSize(1);
        }
        assertThat(send(caller, "k", "beli kopi").replayed()).isTrue();
    }

    @Test
    void a_request_whose_first_has_not_ended_for_five_seconds_is_told_so_and_learns_its_answer_later() throws Exception {
        Caller caller = agent();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<IdempotencyKeys.Made> first = CompletableFuture.supplyAsync(
                () -> requests.once(request(caller, "k", "beli kopi"), ids.next(), id -> {
                    begun.countDown();
                    await(mayEnd);
                }));
        try {
            await(begun);
            long from = System.nanoTime();

            assertThatThrownBy(() -> send(caller, "k", "beli kopi")).isInstanceOfSatisfying(
                    Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_REQUEST));

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofSeconds(5));
        } finally {
            mayEnd.countDown();
        }
        assertThat(send(caller, "k", "beli kopi")).isEqualTo(new IdempotencyKeys.Made(first.get().resourceId(), true));
        assertThat(effects).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    private Caller agent() {
        return new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
    }

    private static IdempotencyKeys.Request request(Caller caller, String key, String content) {
        return new IdempotencyKeys.Request(caller, Optional.of(key), "uji", content);
    }

    private IdempotencyKeys.Made send(Caller caller, String key, String content) {
        return requests.once(request(caller, key, content), ids.next(), id -> effects.incrementAndGet());
    }
}
