package id.setia.notices;

import id.setia.kernel.HeldLease;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import jakarta.inject.Singleton;
import java.time.Duration;

/** One node at a time reads the feed, reminds and sends. */
@Singleton
class NoticeLease extends HeldLease {

    NoticeLease(IdMaker ids, Leases leases) {
        super(ids, leases, "notices", Duration.ofSeconds(30));
    }
}
