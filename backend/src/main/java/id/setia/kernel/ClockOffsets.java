package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;

/** The one row that keeps the business clock's offset. */
@Singleton
class ClockOffsets {

    private final Transactions transactions;

    ClockOffsets(Transactions transactions) {
        this.transactions = transactions;
    }

    long read() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT offset_micros FROM business_clock WHERE id = 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    void write(long micros, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO business_clock (id, offset_micros, changed_at)
                    VALUES (1, ?, ?)
                    ON DUPLICATE KEY UPDATE offset_micros = VALUES(offset_micros), changed_at = VALUES(changed_at)""")) {
                upsert.setLong(1, micros);
                upsert.setObject(2, Sql.time(now));
                upsert.executeUpdate();
                return null;
            }
        });
    }

    /** Writes an offset unless the clock is further on. */
    void raise(long micros, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO business_clock (id, offset_micros, changed_at)
                    VALUES (1, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      offset_micros = GREATEST(offset_micros, VALUES(offset_micros)),
                      changed_at = VALUES(changed_at)""")) {
                upsert.setLong(1, micros);
                upsert.setObject(2, Sql.time(now));
                upsert.executeUpdate();
                return null;
            }
        });
    }
}
