package id.setia.members;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Ends memberships when their time has come. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class ClosingSchedule {

    private final Closings closings;

    ClosingSchedule(Closings closings) {
        this.closings = closings;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "40s")
    void finish() {
        closings.finishDue();
    }
}
