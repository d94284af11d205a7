package id.setia.approvals;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Writes down which requests nobody answered in time; they count as expired before. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class ApprovalSweep {

    private final Approvals approvals;

    ApprovalSweep(Approvals approvals) {
        this.approvals = approvals;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "1m")
    void sweep() {
        approvals.expire();
    }
}
