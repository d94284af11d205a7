package id.setia.kernel;

/**
 * The right to do one kind of background work. A holder that was overtaken has an older epoch and can change nothing more.
 *
 * @param epoch rises each time the lease changes hands
 */
public record Lease(String name, long epoch) {}
