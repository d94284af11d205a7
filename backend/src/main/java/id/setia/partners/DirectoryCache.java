package id.setia.partners;

import id.setia.kernel.Epochs;
import id.setia.kernel.Pool;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The directory in memory. Once a second the first who asks looks at the epoch and reads everything anew when it moved;
 * others go on with what is there. So does who is in a transaction: it may not keep what is not committed yet, and it may not
 * wait for a second connection while it holds one, else all connections could be held by those who wait for one more.
 */
@Singleton
class DirectoryCache {

    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_SEARCHES = 20;

    private final Transactions transactions;
    private final Epochs epochs;
    private final AtomicLong nextLook = new AtomicLong();
    private final AtomicInteger searches = new AtomicInteger();
    private volatile boolean changed;
    private volatile Directory current;

    DirectoryCache(Transactions transactions, Epochs epochs) {
        this.transactions = transactions;
        this.epochs = epochs;
        this.current = Pool.MEMORY.during(() -> transactions.read(DirectoryRows::read));
        this.nextLook.set(System.nanoTime() + BETWEEN_LOOKS);
    }

    Directory current() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && !transactions.isRunning() && nextLook.compareAndSet(due, now + BETWEEN_LOOKS)) {
            searches.set(0);
            boolean own = changed;
            changed = false;
            if (own || !epochs.stillStands(DirectoryRows.EPOCH, current.epoch())) {
                look();
            }
        }
        return current;
    }

    /** Reads anew after a change of our own; before the change is committed and its connection given back, right after that. */
    void refresh() {
        if (transactions.isRunning()) {
            changed = true;
            nextLook.set(System.nanoTime());
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

    /** As it is for who asks, what their transaction has not committed included; read anew, and not kept. */
    Directory asItIs() {
        return transactions.read(DirectoryRows::read);
    }

    private void look() {
        Pool.MEMORY.during(() -> transactions.read(connection -> {
            keep(connection);
            return null;
        }));
    }

    /** One after the other, each with its connection in hand. */
    private synchronized void keep(Connection connection) throws SQLException {
        if (DirectoryRows.epoch(connection) != current.epoch()) {
            current = DirectoryRows.read(connection);
        }
    }
}
