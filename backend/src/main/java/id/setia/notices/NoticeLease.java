package id.setia.notices;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Lease;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Leases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One node at a time reads the feed, reminds and sends. */
@Singleton
class NoticeLease {

    private static final String NAME = "notices";
    private static final Duration HELD_FOR = Duration.ofSeconds(30);

    private final UUID self;
    private final Leases leases;
    private Optional<Lease> lease = Optional.empty();

    NoticeLease(IdMaker ids, Leases leases) {
        this.self = ids.next();
        this.leases = leases;
    }

    synchronized boolean held() {
        if (lease.isEmpty()) {
            lease = leases.take(NAME, self, HELD_FOR);
        }
        return lease.isPresent();
    }

    /** The first statement of each transaction of the work. */
    synchronized void renew(Connection connection) throws SQLException {
        try {
            leases.renew(connection, lease.orElseThrow(), HELD_FOR);
        } catch (LeaseLost lost) {
            lease = Optional.empty();
            throw lost;
        }
    }
}
