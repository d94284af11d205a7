package id.setia.posting;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Lets holds go whose time is over. Several nodes may sweep at once; the members' locks keep them apart. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class HoldSweep implements DueWork {

    private static final int CHUNK = 100;

    private final Holds holds;
    private final BusinessClock clock;

    HoldSweep(Holds holds, BusinessClock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "holds";
    }

    @Override
    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    public synchronized void doDue() {
        int found;
        do {
            found = holds.timeOut(clock.now(), CHUNK);
        } while (found == CHUNK);
    }
}
