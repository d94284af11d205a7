package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counters that say when something kept in memory has changed, on whichever node. Read on connections of
 * its own, unless in a transaction: what all need does not wait for one kind of work.
 */
@Singleton
public class Epochs {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final SystemClock clock;
    private volatile Look lastLook = new Look(Map.of(), Instant.EPOCH);

    /** All counters as they stood at a moment. */
    private record Look(Map<String, Long> values, Instant at) {}

    Epochs(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells every node, with the running transaction, that what goes by the name has changed. */
    public void advance(String name) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO epoch (name, value)
                    VALUES (?, 1)
                    ON DUPLICATE KEY UPDATE value = value + VALUES(value)""")) {
                upsert.setString(1, name);
                return upsert.executeUpdate();
            }
        });
    }

    /** Keeps in memory what the supplier reads, and reads it again within a second of a change. */
    public <T> Cached<T> cached(String name, Supplier<T> source) {
        return new Cached<>(name, source);
    }

    /** Looks at all counters in one statement, so that whoever keeps something in memory need not ask one by one. */
    void look() {
        Instant now = clock.now();
        lastLook = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT name, value FROM epoch");
                    ResultSet row = select.executeQuery()) {
                Map<String, Long> values = new HashMap<>();
                while (row.next()) {
                    values.put(row.getString("name"), row.getLong("value"));
                }
                return new Look(values, now);
            }
        });
    }

    /** Whether a look was taken lately, and found the counter as it was. */
    public boolean stillStands(String name, long epoch) {
        return stillStands(name, epoch, clock.now());
    }

    private boolean stillStands(String name, long epoch, Instant now) {
        Look look = lastLook;
        return now.isBefore(look.at().plus(TRUSTED_FOR)) && look.values().getOrDefault(name, 0L) == epoch;
    }

    /** The counter as it is, 0 while nothing was ever changed; joins a running transaction. */
    public long value(String name) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT value FROM epoch WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** A value in memory and the epoch it was read in. */
    public final class Cached<T> {

        private final String name;
        private final Supplier<T> source;
        private volatile Known<T> known;

        private record Known<T>(T value, long epoch, Instant checkedAt) {}

        private Cached(String name, Supplier<T> source) {
            this.name = name;
            this.source = source;
        }

        public T get() {
            Known<T> last = known;
            Instant now = clock.now();
            if (last != null
                    && (now.isBefore(last.checkedAt().plus(TRUSTED_FOR)) || stillStands(name, last.epoch(), now))) {
                return last.value();
            }
            return Pool.MEMORY.during(() -> read(last, now));
        }

        private T read(Known<T> last, Instant now) {
            long epoch = value(name);
            T value = last != null && last.epoch() == epoch ? last.value() : source.get();
            known = new Known<>(value, epoch, now);
            return value;
        }

        /** Reads it again at the next use; for the node that made the change. */
        public void forget() {
            known = null;
        }
    }
}
