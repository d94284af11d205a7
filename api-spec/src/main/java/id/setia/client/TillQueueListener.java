package id.setia.client;

import java.time.Duration;

/** Hears what becomes of receipts; called on the queue's own thread, which waits for it. */
public interface TillQueueListener {

    /** A receipt is in the books or was refused for good. After a crash the same may be told again. */
    default void settled(Receipt receipt, Outcome outcome) {}

    /** Nothing can be sent now; the queue tries again by itself. */
    default void waiting(Refusal why, Duration pause) {}
}
