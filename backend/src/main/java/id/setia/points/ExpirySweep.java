package id.setia.points;

import id.setia.kernel.BusinessClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Writes expiries and releases of members nobody has touched since they fell due. Correctness does not wait for it: every
 * act settles first and every read subtracts. Several nodes may sweep at once; the members' locks keep them apart.
 */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class ExpirySweep {

    private static final int CHUNK = 100;

    private final PointsLedger ledger;
    private final BusinessClock clock;

    ExpirySweep(PointsLedger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "30s", initialDelay = "5s")
    void sweep() {
        List<UUID> due;
        do {
            due = ledger.membersDue(clock.now(), CHUNK);
            ledger.settle(due);
        } while (due.size() == CHUNK);
    }
}
