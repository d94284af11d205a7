package id.setia.webhooks;

import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Removes what was sent from the delivery log after a month, and dead letters once they can be replayed no more. */
@Singleton
class WebhookSweep {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final SystemClock clock;

    WebhookSweep(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    void run() {
        Instant month = clock.now().minus(KEPT);
        all(connection -> DeliveryRows.deleteBefore(connection, DeliveryState.DELIVERED, month));
        all(connection -> DeliveryRows.deleteBefore(connection, DeliveryState.WITHDRAWN, month));
        all(connection -> DeliveryRows.deleteBefore(
                connection, DeliveryState.DEAD, clock.now().minus(EventReads.REPLAYED)));
        all(connection -> AttemptRows.deleteBefore(connection, clock.now().minus(EventReads.REPLAYED)));
    }

    private void all(Transactions.Work<Boolean> chunk) {
        boolean more;
        do {
            more = transactions.write(chunk);
        } while (more);
    }
}
