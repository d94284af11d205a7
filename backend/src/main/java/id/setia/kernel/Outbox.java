package id.setia.kernel;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where events wait, in the transaction of what they tell, until they are moved to the feed. */
@Singleton
public class Outbox {

    private static final RowWriter<Event> ROWS = new RowWriter<>(
            900,
            """
            INSERT INTO outbox (id, member_id, member_seq, type, version, payload, occurred_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(Event::id),
            (statement, event) -> {
                statement.setBytes(1, UuidBytes.of(event.id()));
                statement.setBytes(2, UuidBytes.of(event.memberId().orElse(null)));
                statement.setLong(3, event.memberSeq());
                statement.setString(4, event.type());
                statement.setInt(5, event.version());
                statement.setString(6, event.payload());
                statement.setObject(7, Sql.time(event.occurredAt()));
                statement.setObject(8, Sql.time(event.recordedAt()));
            });

    private final Transactions transactions;

    Outbox(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Adds the event to a batch that is about to be written. */
    public void add(Batch batch, Event event) {
        batch.add(ROWS, event);
    }

    /** The members whom events of the batch are about. */
    public static Set<UUID> concerned(Batch batch) {
        return batch.added(ROWS).stream().flatMap(event -> event.memberId().stream()).collect(Collectors.toSet());
    }

    /** Writes the event in the running transaction. */
    public void write(Event event) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            batch.add(ROWS, event);
            batch.flush(connection);
            return null;
        });
    }
}
