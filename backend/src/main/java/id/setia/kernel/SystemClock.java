package id.setia.kernel;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time, to the microsecond: for tokens, leases, limits and retries. Never moved. */
@Singleton
public class SystemClock {

    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
