package id.setia.figures;

import id.setia.kernel.HeldLease;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import jakarta.inject.Singleton;
import java.time.Duration;

/** One node at a time counts. */
@Singleton
class FigureLease extends HeldLease {

    FigureLease(IdMaker ids, Leases leases) {
        super(ids, leases, "figures", Duration.ofMinutes(2));
    }
}
