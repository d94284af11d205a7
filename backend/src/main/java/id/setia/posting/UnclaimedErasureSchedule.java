package id.setia.posting;

import id.setia.kernel.DueWork;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Lease;
import id.setia.kernel.Leases;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Looks every hour, on one node at a time, for memberships nobody claimed. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class UnclaimedErasureSchedule implements DueWork {

    private static final String LEASE = "unclaimed_erasures";
    private static final Duration TIME = Duration.ofMinutes(50);

    private final UnclaimedErasures erasures;
    private final ProgramSettings settings;
    private final Leases leases;
    private final UUID owner;

    UnclaimedErasureSchedule(UnclaimedErasures erasures, ProgramSettings settings, Leases leases, IdMaker ids) {
        this.erasures = erasures;
        this.settings = settings;
        this.leases = leases;
        this.owner = ids.next();
    }

    @Override
    public String name() {
        return "unclaimed_memberships";
    }

    @Override
    @Scheduled(initialDelay = "3m", fixedDelay = "1h")
    public synchronized void doDue() {
        if (settings.find().isEmpty()) {
            return;
        }
        Optional<Lease> lease = leases.take(LEASE, owner, TIME);
        lease.ifPresent(held -> {
            try {
                erasures.run();
            } finally {
                leases.release(held);
            }
        });
    }
}
