package id.setia.access;

import id.setia.kernel.Epochs;
import id.setia.kernel.Pool;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Something every request needs, kept in memory. Once a second the first who asks looks whether the epoch moved, and reads it
 * anew only then; others go on with what is there.
 */
final class KeptInMemory<T> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_SEARCHES = 20;

    private final String epoch;
    private final Epochs epochs;
    private final Transactions transactions;
    private final Transactions.Work<T> source;
    private final AtomicReference<Instant> nextLook;
    private final AtomicInteger searches = new AtomicInteger();
    private volatile boolean changed;
    private volatile Known<T> known;

    private record Known<T>(long epoch, T value) {}

    KeptInMemory(
            String epoch, Epochs epochs, Transactions transactions, SystemClock clock, Transactions.Work<T> source) {
        this.epoch = epoch;
        this.epochs = epochs;
        this.transactions = transactions;
        this.source = source;
        this.known = Pool.MEMORY.during(this::read);
        this.nextLook = new AtomicReference<>(clock.now().plus(BETWEEN_LOOKS));
    }

    /** At most two seconds old. */
    T get(Instant now) {
        Instant due = nextLook.get();
        if (!now.isBefore(due) && !transactions.isRunning() && nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            searches.set(0);
            boolean own = changed;
            changed = false;
            if (own || !epochs.stillStands(epoch, known.epoch())) {
                look();
            }
        }
        return known.value();
    }

    /** Reads it anew after a change of our own; one that is still to be committed, right after that. */
    void refresh() {
        if (transactions.isRunning()) {
            changed = true;
            nextLook.set(Instant.EPOCH);
        } else {
            look();
        }
    }

    /** Looks again for what is not known, as it may have come to be on another node just now; some times a second at most. */
    void lookAgain() {
        if (!transactions.isRunning() && searches.incrementAndGet() <= MOST_SEARCHES) {
            look();
        }
    }

    private synchronized void look() {
        known = Pool.MEMORY.during(() -> transactions.read(
                connection -> epochs.value(epoch) == known.epoch() ? known : read()));
    }

    /** The epoch first, so that a change meanwhile is read again. */
    private Known<T> read() {
        return transactions.read(connection -> new Known<>(epochs.value(epoch), source.on(connection)));
    }
}
