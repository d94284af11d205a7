package id.setia.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A lease that this node takes when nobody holds it and keeps while its work goes on. */
public abstract class HeldLease {

    private final UUID self;
    private final Leases leases;
    private final String name;
    private final Duration heldFor;
    private Optional<Lease> lease = Optional.empty();

    /** @param heldFor how long it is held after each renewal */
    protected HeldLease(IdMaker ids, Leases leases, String name, Duration heldFor) {
        this.self = ids.next();
        this.leases = leases;
        this.name = name;
        this.heldFor = heldFor;
    }

    public synchronized boolean held() {
        if (lease.isEmpty()) {
            lease = leases.take(name, self, heldFor);
        }
        return lease.isPresent();
    }

    /**
     * The first statement of each transaction of the work.
     *
     * @throws LeaseLost when another node has taken over
     */
    public synchronized void renew(Connection connection) throws SQLException {
        try {
            leases.renew(connection, lease.orElseThrow(), heldFor);
        } catch (LeaseLost lost) {
            lease = Optional.empty();
            throw lost;
        }
    }
}
