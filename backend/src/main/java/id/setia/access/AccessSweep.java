package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;

/** Removes sessions that ended, links and attempts whose time is over, tokens taken back that are over, and the names of requests too old to be sent again. */
@Singleton
class AccessSweep {

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);
    private static final Duration KEYS_KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final SystemClock clock;

    AccessSweep(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void sweep() {
        delete("DELETE FROM session WHERE expires_at < ? LIMIT 1000", clock.now());
        delete("DELETE FROM staff_link WHERE kind = 'password' AND expires_at < ? LIMIT 1000", clock.now());
        delete("DELETE FROM attempt WHERE started_at < ? LIMIT 1000", clock.now().minus(ATTEMPTS_KEPT));
        delete("DELETE FROM revoked_token WHERE expires_at < ? LIMIT 1000", clock.now());
        delete("DELETE FROM idempotency_key WHERE created_at < ? LIMIT 1000", clock.now().minus(KEYS_KEPT));
    }

    private void delete(String sql, Instant before) {
        int deleted;
        do {
            deleted = transactions.write(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setObject(1, Sql.time(before));
                    return delete.executeUpdate();
                }
            });
        } while (deleted == 1000);
    }
}
