package id.setia.posting;

import id.setia.kernel.BusinessClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Pairs refunds and purchases that missed each other, as they may on different nodes. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class WaitingRefundSweep {

    private final RefundPoster refunds;
    private final BusinessClock clock;

    WaitingRefundSweep(RefundPoster refunds, BusinessClock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "60s", initialDelay = "20s")
    void sweep() {
        refunds.pairWaiting(clock.now(), 1_000);
    }
}
