package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How far the feed is behind what happened. */
@Singleton
public class FeedLag {

    private final Transactions transactions;
    private final SystemClock clock;

    FeedLag(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How long the oldest event has waited for its place in the feed; nothing where none waits. */
    public Duration now() {
        Instant now = clock.now();
        return transactions.glance(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id
                    FROM outbox
                    ORDER BY id
                    LIMIT 1""");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Duration.between(madeAt(Sql.id(row, "id")), now) : Duration.ZERO;
            }
        });
    }

    /** The moment in the first 48 bits of an id. */
    private static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
