package id.setia.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Clients that each ask for one thing after another, from now until it is closed. */
final class Load implements AutoCloseable {

    private static final long RECONNECT_NANOS = 25_000_000;
    private static final long PUT_OFF_NANOS = 20_000_000;

    private final int port;
    private final Counter counter;
    private final Journal journal;
    private final Supplier<Act> acts;
    private final List<Thread> clients = new ArrayList<>();
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong done = new AtomicLong();
    private volatile boolean closed;
    private volatile long watchedSince = Long.MAX_VALUE;
    private volatile long firstGood;

    Load(int port, Counter counter, Journal journal, Supplier<Act> acts) {
        this.port = port;
        this.counter = counter;
        this.journal = journal;
        this.acts = acts;
    }

    Load start(int count) {
        for (int number = 0; number < count; number++) {
            clients.add(Thread.ofVirtual().name("client-" + number).start(this::ask));
        }
        return this;
    }

    private void ask() {
        Wire wire = null;
        while (!closed) {
            gate.readLock().lock();
            try {
                wire = closed ? wire : askOnce(wire);
            } finally {
                gate.readLock().unlock();
            }
        }
        if (wire != null) {
            wire.close();
        }
    }

    /** @return the connection for the next time; null where there is none left */
    private Wire askOnce(Wire open) {
        Wire wire = open;
        try {
            wire = wire == null ? Wire.to(port) : wire;
        } catch (IOException down) {
            LockSupport.parkNanos(RECONNECT_NANOS);
            return null;
        }
        long from = System.nanoTime();
        return switch (counter.first(acts.get(), wire)) {
            case DONE -> {
                done.incrementAndGet();
                noteGood(from);
                yield wire;
            }
            case REFUSED -> wire;
            case PUT_OFF -> {
                LockSupport.parkNanos(PUT_OFF_NANOS);
                yield wire;
            }
            case NOTHING -> {
                wire.close();
                yield null;
            }
        };
    }

    private void noteGood(long from) {
        if (from >= watchedSince && firstGood == 0) {
            firstGood = System.nanoTime();
        }
    }

    /** From now on the first good answer to what is sent from now on is waited for. */
    void faultNow() {
        firstGood = 0;
        watchedSince = System.nanoTime();
    }

    /**
     * Waits for the first good answer after the fault.
     *
     * @return nanoseconds from the fault to it
     * @throws IllegalStateException when none came within the time given
     */
    long awaitGood(long mostNanos) {
        long until = watchedSince + mostNanos;
        while (firstGood == 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "nothing was answered well for " + Duration.ofNanos(mostNanos).toSeconds() + " s after a fault");
            }
            LockSupport.parkNanos(1_000_000);
        }
        return firstGood - watchedSince;
    }

    /** How many were done so far. */
    long done() {
        return done.get();
    }

    /** Runs something while no client has anything under way. */
    void whileQuiet(Runnable work) {
        gate.writeLock().lock();
        try {
            work.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
        journal.note("load ended");
    }
}
