package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RequestThreadsTest {

    private final Crowd crowd = new Crowd(new CrowdSettings(Duration.ofSeconds(1), 10), () -> 0, 0);
    private final ExecutorService threads = new RequestThreads(crowd).counting(Executors.newSingleThreadExecutor());
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        goOn.countDown();
        threads.shutdownNow();
    }

    private void isEmptyAtTheEnd() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(crowd.inHand()).isZero();
    }

    @Test
    void what_waits_and_what_is_done_is_in_hand_until_it_has_ended() throws Exception {
        Future<Boolean> first = threads.submit(() -> goOn.await(10, TimeUnit.SECONDS));
        threads.execute(() -> {});

        assertThat(crowd.inHand()).isEqualTo(2);
        goOn.countDown();
        assertThat(first.get()).isTrue();
        isEmptyAtTheEnd();
    }

    @Test
    void so_it_is_with_what_fails_and_what_is_cancelled() throws Exception {
        threads.submit(() -> goOn.await(10, TimeUnit.SECONDS));
        Future<Boolean> cancelled = threads.submit(() -> true);
        Future<?> failed = threads.submit(() -> {
            throw new IllegalStateException("failed");
        });
        cancelled.cancel(true);
        goOn.countDown();

        assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("failed");
        isEmptyAtTheEnd();
    }

    @Test
    void what_is_not_taken_is_not_in_hand() throws Exception {
        isEmptyAtTheEnd();

        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(crowd.inHand()).isZero();
    }
}
