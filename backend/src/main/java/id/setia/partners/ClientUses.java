package id.setia.partners;

import id.setia.kernel.Batch;
import id.setia.kernel.Pool;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When API clients called last, by the secret they came with: to the minute, gathered in memory and written now and then, so
 * that no request waits for it. What a node that dies had gathered for half a minute is lost.
 */
@Singleton
class ClientUses {

    private static final long FORGOTTEN_AFTER_MINUTES = Duration.ofHours(1).toMinutes();

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            1,
            """
            INSERT INTO client_use (api_client_id, secret_id, last_used_at)
            VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE
              last_used_at = CASE WHEN last_used_at < VALUES(last_used_at) THEN VALUES(last_used_at) ELSE last_used_at END""",
            Comparator.comparing((Row row) -> row.use().clientId()).thenComparing(row -> row.use().secretId()),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.use().clientId()));
                statement.setString(2, row.use().secretId());
                statement.setObject(3, Sql.time(Instant.ofEpochSecond(row.minute() * 60)));
            });

    private final Transactions transactions;
    private final Map<Use, Minutes> uses = new ConcurrentHashMap<>();

    ClientUses(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Use(UUID clientId, String secretId) {}

    private record Row(Use use, long minute) {}

    /** The last minute of use, and the last that was written. */
    private static final class Minutes {

        private volatile long latest;
        private volatile long written;
    }

    void note(UUID clientId, String secretId, Instant now) {
        long minute = now.getEpochSecond() / 60;
        Use use = new Use(clientId, secretId);
        Minutes known = uses.get(use);
        Minutes minutes = known == null ? uses.computeIfAbsent(use, ignored -> new Minutes()) : known;
        if (minutes.latest < minute) {
            minutes.latest = minute;
        }
    }

    /** Writes what is new. */
    @PreDestroy
    synchronized void write() {
        List<Row> rows = new ArrayList<>();
        uses.forEach((use, minutes) -> {
            if (minutes.written < minutes.latest) {
                rows.add(new Row(use, minutes.latest));
            }
        });
        if (!rows.isEmpty()) {
            Pool.BACKGROUND.during(() -> transactions.write(connection -> {
                Batch batch = new Batch();
                rows.forEach(row -> batch.add(ROWS, row));
                batch.flush(connection);
                return null;
            }));
            rows.forEach(row -> uses.get(row.use()).written = row.minute());
        }
        long newest = uses.values().stream().mapToLong(minutes -> minutes.latest).max().orElse(0);
        uses.values().removeIf(minutes ->
                minutes.written == minutes.latest && minutes.latest < newest - FORGOTTEN_AFTER_MINUTES);
    }
}
