package id.setia.kernel;

/** Another node does this work now; whatever was about to be written is not. */
public final class LeaseLost extends RuntimeException {

    LeaseLost(Lease lease) {
        super("the lease " + lease.name() + " of epoch " + lease.epoch() + " has been taken over", null, false, false);
    }
}
