package id.setia.points;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Writes expiries and releases of members nobody has touched since they fell due. Correctness does not wait for it: every
 * act settles first and every read subtracts. Several nodes may sweep at once; the members' locks keep them apart.
 */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class ExpirySweep implements DueWork {

    private static final int CHUNK = 100;

    private final PointsLedger ledger;
    private final Expiries expiries;
    private final BusinessClock clock;

    ExpirySweep(PointsLedger ledger, Expiries expiries, BusinessClock clock) {
        this.ledger = ledger;
        this.expiries = expiries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expiries";
    }

    /** Each look goes on behind the last member, past the places of those who are settled by then. */
    @Override
    @Scheduled(fixedDelay = "30s", initialDelay = "5s")
    public synchronized void doDue() {
        Instant now = clock.now();
        Expiries.Due last = Expiries.Due.FIRST;
        List<Expiries.Due> due;
        do {
            due = expiries.dueBy(now, last, CHUNK);
            if (!due.isEmpty()) {
                ledger.settle(due.stream().map(Expiries.Due::memberId).toList());
                last = due.getLast();
            }
        } while (due.size() == CHUNK);
    }
}
