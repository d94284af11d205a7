package id.setia.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.executor.ExecutorFactory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a server in order: what was begun is answered, nothing new is taken. Work in the background may be cut off at any
 * moment and goes on at the next start, so that nobody waits for it but for a moment.
 */
@Singleton
class ServerEnd implements ApplicationEventListener<ShutdownEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ServerEnd.class);
    private static final Duration FOR_REQUESTS = Duration.ofSeconds(8);
    private static final Duration FOR_BACKGROUND = Duration.ofSeconds(1);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final ApplicationContext context;

    ServerEnd(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        List<ExecutorService> background = context
                .getActiveBeanRegistrations(Qualifiers.byName(TaskExecutors.SCHEDULED)).stream()
                .map(BeanRegistration::bean)
                .filter(ExecutorService.class::isInstance)
                .map(ExecutorService.class::cast)
                .toList();
        background.forEach(ExecutorService::shutdown);
        try {
            finishRequests();
            for (ExecutorService work : background) {
                work.awaitTermination(FOR_BACKGROUND.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void finishRequests() throws InterruptedException {
        List<GracefulShutdownCapable> serving = context.getActiveBeanRegistrations(GracefulShutdownCapable.class).stream()
                .map(BeanRegistration::bean)
                .filter(capable -> !(capable instanceof ExecutorFactory))
                .toList();
        CompletableFuture<?> finished = end(serving);
        long began = System.nanoTime();
        long until = began + FOR_REQUESTS.toNanos();
        while (!isDone(finished)) {
            if (System.nanoTime() > until) {
                LOG.warn("Some requests were not answered within {} and are cut off", FOR_REQUESTS);
                return;
            }
            end(serving);
        }
        LOG.info("What was begun is answered, within {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** A connection that was just being written to when it was asked to end stays open; asked once more, it closes. */
    private static CompletableFuture<?> end(List<GracefulShutdownCapable> serving) {
        return GracefulShutdownCapable.shutdownAll(serving.stream()).toCompletableFuture();
    }

    private static boolean isDone(CompletableFuture<?> finished) throws InterruptedException {
        try {
            finished.get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException fault) {
            LOG.warn("The server does not end in order", fault.getCause());
            return true;
        }
    }
}
