package id.setia.kernel;

import java.util.function.Supplier;

/** Whose connections a thread works with, so that one kind of work never waits for another kind's. */
public enum Pool {
    /** Requests; what a thread uses unless it says otherwise. */
    READING,
    /** The writers of receipts: few connections on which statements stay prepared. */
    POSTING,
    /** Who comes in: tokens, sessions, codes and passwords. */
    LOG_INS,
    /** What is kept in memory for all, when it has changed. */
    MEMORY,
    /** What nobody waits for: the feed, sweeps, jobs. */
    BACKGROUND;

    private static final ThreadLocal<Pool> CHOSEN = ThreadLocal.withInitial(() -> READING);

    static Pool current() {
        return CHOSEN.get();
    }

    /** Lets the thread use this pool from now on; answers which it used before. */
    Pool choose() {
        Pool before = CHOSEN.get();
        CHOSEN.set(this);
        return before;
    }

    /** Does the work with the connections of this pool. */
    public <T> T during(Supplier<T> work) {
        Pool before = choose();
        try {
            return work.get();
        } finally {
            before.choose();
        }
    }
}
