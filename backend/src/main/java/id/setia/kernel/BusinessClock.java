package id.setia.kernel;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The programme's time, to the microsecond: what "now" is for points, tiers, offers and expiry. Runs beside the system
 * clock at an offset kept in the database; the offset is not zero only where the clock was set for demo or test. Every node
 * learns within a second that another moved it.
 */
@Singleton
public class BusinessClock {

    private static final String EPOCH = "business_clock";

    private final SystemClock systemClock;
    private final ClockOffsets offsets;
    private final Epochs epochs;
    private final Transactions transactions;
    private final Epochs.Cached<Long> kept;
    private volatile long offsetMicros;

    BusinessClock(SystemClock systemClock, ClockOffsets offsets, Epochs epochs, Transactions transactions) {
        this.systemClock = systemClock;
        this.offsets = offsets;
        this.epochs = epochs;
        this.transactions = transactions;
        this.kept = epochs.cached(EPOCH, offsets::read);
        this.offsetMicros = offsets.read();
    }

    public Instant now() {
        return systemClock.now().plus(offsetMicros, ChronoUnit.MICROS);
    }

    /** Moves the clock forward; for demo and test. */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the business clock only moves forward");
        }
        set(() -> offsets.read() + step.toNanos() / 1000);
    }

    /** Moves the clock forward to the moment, from which it runs on; one that is behind it already stays. */
    public void advanceTo(Instant moment) {
        raise(ChronoUnit.MICROS.between(systemClock.now(), moment));
    }

    /** Sets the clock of a deployment that has no history yet; it runs on from there. */
    public void startAt(Instant moment) {
        set(() -> ChronoUnit.MICROS.between(systemClock.now(), moment));
    }

    private synchronized void raise(long micros) {
        offsetMicros = transactions.write(connection -> {
            offsets.raise(micros, systemClock.now());
            epochs.advance(EPOCH);
            return offsets.read();
        });
        kept.forget();
    }

    private synchronized void set(LongSupplier offset) {
        offsetMicros = transactions.write(connection -> {
            long micros = offset.getAsLong();
            offsets.write(micros, systemClock.now());
            epochs.advance(EPOCH);
            return micros;
        });
        kept.forget();
    }

    /** Takes over what another node set. */
    synchronized void follow() {
        offsetMicros = kept.get();
    }
}
