package id.setia.members;

import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Writes every few seconds what partners read of members, and removes what is two years old. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class PartnerReadSchedule {

    private static final Duration KEPT = Duration.ofDays(731);

    private final PartnerReads reads;
    private final Transactions transactions;
    private final SystemClock clock;

    PartnerReadSchedule(PartnerReads reads, Transactions transactions, SystemClock clock) {
        this.reads = reads;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void write() {
        reads.write();
    }

    @Scheduled(initialDelay = "11m", fixedDelay = "1h")
    void sweep() {
        Instant before = clock.now().minus(KEPT);
        int deleted;
        do {
            deleted = transactions.write(connection -> PartnerReadRows.delete(connection, before));
        } while (deleted == PartnerReadRows.MOST_DELETED);
    }
}
