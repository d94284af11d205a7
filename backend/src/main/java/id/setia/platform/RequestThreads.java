package id.setia.platform;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Counts what the threads that work for requests have in hand. */
@Singleton
class RequestThreads implements BeanCreatedEventListener<ExecutorService> {

    private final Crowd crowd;

    RequestThreads(Crowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
        ExecutorService threads = event.getBean();
        return TaskExecutors.BLOCKING.equals(event.getBeanIdentifier().getName()) ? counting(threads) : threads;
    }

    ExecutorService counting(ExecutorService threads) {
        return new Counting(threads, crowd);
    }

    /** Counts work of every kind, also what is cancelled before it begins: that is run, too, and does nothing. */
    private static final class Counting extends AbstractExecutorService {

        private final ExecutorService threads;
        private final Crowd crowd;

        Counting(ExecutorService threads, Crowd crowd) {
            this.threads = threads;
            this.crowd = crowd;
        }

        @Override
        public void execute(Runnable work) {
            crowd.comes();
            try {
                threads.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        crowd.goes();
                    }
                });
            } catch (RuntimeException | Error notTaken) {
                crowd.goes();
                throw notTaken;
            }
        }

        @Override
        public void shutdown() {
            threads.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return threads.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return threads.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return threads.isTerminated();
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
            return threads.awaitTermination(time, unit);
        }
    }
}
