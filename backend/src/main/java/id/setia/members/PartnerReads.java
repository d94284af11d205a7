package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Pool;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door by which what partners read of members is noted, for the members to see: whatever goes beyond the masked view a
 * sale needs. Gathered in memory, one row for each member, client and hour, and written every few seconds, so that no
 * read waits for it.
 */
@Singleton
public class PartnerReads {

    private static final int MOST_GATHERED = 20_000;
    private static final int MOST_AT_ONCE = 500;

    private final Transactions transactions;
    private final SystemClock clock;
    private final Map<Key, Tally> gathered = new ConcurrentHashMap<>();

    PartnerReads(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Which row a read counts in. */
    record Key(UUID memberId, Instant hour, UUID clientId) {}

    /** What a row gets. */
    record Tally(UUID partnerId, Optional<UUID> terminalId, long operations, long fields, int reads, Instant lastAt) {

        Tally with(Tally other) {
            return new Tally(
                    partnerId,
                    terminalId,
                    operations | other.operations,
                    fields | other.fields,
                    reads + other.reads,
                    lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    /** Notes what was shown. */
    public void note(Caller.ApiClient by, UUID memberId, ReadOperation operation, Collection<ReadField> fields) {
        Instant now = clock.now();
        gathered.merge(
                new Key(memberId, now.truncatedTo(ChronoUnit.HOURS), by.clientId()),
                new Tally(by.partnerId(), by.terminalId(), operation.bit(), ReadField.bits(fields), 1, now),
                Tally::with);
        if (gathered.size() >= MOST_GATHERED) {
            write();
        }
    }

    /** Notes that the caller, where it is a till or a partner's system, was shown what the action of the audit trail names. */
    public void note(Caller by, UUID memberId, String action) {
        if (by instanceof Caller.ApiClient client) {
            ReadOperation operation = ReadOperation.ofAction(action);
            note(client, memberId, operation, operation.fields());
        }
    }

    /** Writes what was gathered; what cannot be written now is kept for the next time. */
    @PreDestroy
    public synchronized void write() {
        List<Map.Entry<Key, Tally>> rows = new ArrayList<>();
        for (Key key : List.copyOf(gathered.keySet())) {
            rows.add(Map.entry(key, gathered.remove(key)));
        }
        for (int first = 0; first < rows.size(); first += MOST_AT_ONCE) {
            List<Map.Entry<Key, Tally>> some = rows.subList(first, Math.min(first + MOST_AT_ONCE, rows.size()));
            try {
                Pool.BACKGROUND.during(() -> transactions.write(connection -> {
                    PartnerReadRows.add(connection, some);
                    return null;
                }));
            } catch (RuntimeException fault) {
                rows.subList(first, rows.size()).forEach(row -> gathered.merge(row.getKey(), row.getValue(), Tally::with));
                throw fault;
            }
        }
    }
}
