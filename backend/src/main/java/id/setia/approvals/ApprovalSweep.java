package id.setia.approvals;

import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Writes down which requests nobody answered in time; they count as expired before. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class ApprovalSweep implements DueWork {

    private final Approvals approvals;

    ApprovalSweep(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    @Scheduled(fixedDelay = "10m", initialDelay = "1m")
    public synchronized void doDue() {
        approvals.expire();
    }
}
