package id.setia.platform;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.instrument.InstrumentedExecutorService;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

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
        return TaskExecutors.BLOCKING.equals(event.getBeanIdentifier().getName()) ? new Counted(threads, crowd) : threads;
    }

    private record Counted(ExecutorService getTarget, Crowd crowd) implements InstrumentedExecutorService {

        @Override
        public Runnable instrument(Runnable work) {
            crowd.comes();
            return () -> {
                try {
                    work.run();
                } finally {
                    crowd.goes();
                }
            };
        }

        @Override
        public <T> Callable<T> instrument(Callable<T> work) {
            crowd.comes();
            return () -> {
                try {
                    return work.call();
                } finally {
                    crowd.goes();
                }
            };
        }
    }
}
