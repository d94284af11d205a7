package id.setia.kernel;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves events to the feed all the time. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class FeedSchedule implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);

    private final FeedMover mover;
    private boolean failing;

    FeedSchedule(FeedMover mover) {
        this.mover = mover;
    }

    @Override
    public String name() {
        return "events";
    }

    /** Says once that it cannot, not five times a second. */
    @Override
    @Scheduled(initialDelay = "1s", fixedDelay = "200ms")
    public synchronized void doDue() {
        try {
            mover.move();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("Events are not moved to the feed for the moment", fault);
            }
            failing = true;
        }
    }
}
