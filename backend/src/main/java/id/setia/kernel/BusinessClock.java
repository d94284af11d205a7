package id.setia.kernel;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The programme's time, to the microsecond: what "now" is for points, tiers, offers and expiry. Runs beside the system
 * clock at an offset kept in the database; the offset is not zero only where the clock was set for demo or test.
 */
@Singleton
public class BusinessClock {

    private final SystemClock systemClock;
    private final ClockOffsets offsets;
    private final AtomicLong offsetMicros = new AtomicLong();

    BusinessClock(SystemClock systemClock, ClockOffsets offsets) {
        this.systemClock = systemClock;
        this.offsets = offsets;
        this.offsetMicros.set(offsets.read());
    }

    public Instant now() {
        return systemClock.now().plus(offsetMicros.get(), ChronoUnit.MICROS);
    }

    /** Moves the clock forward; for demo, test and sandbox. */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the business clock only moves forward");
        }
        set(offsetMicros.get() + step.toNanos() / 1000);
    }

    /** Sets the clock of a deployment that has no history yet; it runs on from there. */
    public void startAt(Instant moment) {
        set(ChronoUnit.MICROS.between(systemClock.now(), moment));
    }

    private void set(long micros) {
        offsets.write(micros, systemClock.now());
        offsetMicros.set(micros);
    }
}
