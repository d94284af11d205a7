package id.setia.kernel;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;

/** Goes with a request from thread to thread, and lets each use the pool. */
public record PoolInContext(Pool pool) implements ThreadPropagatedContextElement<Pool> {

    @Override
    public Pool updateThreadContext() {
        return pool.choose();
    }

    @Override
    public void restoreThreadContext(Pool before) {
        before.choose();
    }
}
