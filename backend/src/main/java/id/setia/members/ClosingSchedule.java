package id.setia.members;

import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Ends memberships when their time has come. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class ClosingSchedule implements DueWork {

    private final Closings closings;

    ClosingSchedule(Closings closings) {
        this.closings = closings;
    }

    @Override
    public String name() {
        return "ending_memberships";
    }

    @Override
    @Scheduled(fixedDelay = "1m", initialDelay = "40s")
    public synchronized void doDue() {
        closings.finishDue();
    }
}
