package id.setia.posting;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Pairs refunds and purchases that missed each other, as they may on different nodes. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class WaitingRefundSweep implements DueWork {

    private final RefundPoster refunds;
    private final BusinessClock clock;

    WaitingRefundSweep(RefundPoster refunds, BusinessClock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "waiting_refunds";
    }

    @Override
    @Scheduled(fixedDelay = "60s", initialDelay = "20s")
    public synchronized void doDue() {
        refunds.pairWaiting(clock.now(), 1_000);
    }
}
