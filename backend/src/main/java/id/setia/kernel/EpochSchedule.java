package id.setia.kernel;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks all the time whether something kept in memory has changed. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class EpochSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(EpochSchedule.class);

    private final Epochs epochs;
    private final BusinessClock clock;
    private boolean failing;

    EpochSchedule(Epochs epochs, BusinessClock clock) {
        this.epochs = epochs;
        this.clock = clock;
    }

    /** Says once that it cannot; then each who asks looks for themselves. */
    @Scheduled(initialDelay = "1s", fixedDelay = "500ms")
    void look() {
        try {
            epochs.look();
            clock.follow();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("Changes on other nodes are looked for one by one for the moment", fault);
            }
            failing = true;
        }
    }
}
