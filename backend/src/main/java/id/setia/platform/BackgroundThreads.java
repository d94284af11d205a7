package id.setia.platform;

import id.setia.kernel.Pool;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.inject.BeanIdentifier;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadFactory;

/** Gives scheduled work, and the jobs it runs, connections of its own. */
@Singleton
final class BackgroundThreads implements BeanCreatedEventListener<ThreadFactory> {

    @Override
    public ThreadFactory onCreated(BeanCreatedEvent<ThreadFactory> event) {
        ThreadFactory factory = event.getBean();
        BeanIdentifier identifier = event.getBeanIdentifier();
        return identifier.getName().equals(TaskExecutors.SCHEDULED)
                ? work -> factory.newThread(() -> Pool.BACKGROUND.during(() -> {
                    work.run();
                    return null;
                }))
                : factory;
    }
}
