package id.setia.points;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the ledger each minute. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class SealSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);

    private final Seals seals;
    private boolean failing;

    SealSchedule(Seals seals) {
        this.seals = seals;
    }

    /** Says once that it cannot; the proof then tells the age of the last seal. */
    @Scheduled(initialDelay = "30s", fixedDelay = "60s")
    void seal() {
        try {
            seals.seal();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("The ledger is not sealed for the moment", fault);
            }
            failing = true;
        }
    }
}
