package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves committed events from the outbox to the feed: each exactly once, at positions without gaps, by one node at a time.
 *
 * <p>Rows that were moved stay in the way of who reads the outbox for as long as a long snapshot, such as a proof's, may want
 * to see them. So a look begins a while before the time of the last one, and only now and then at the beginning.
 */
@Singleton
class FeedMover {

    private static final UUID BEGINNING = new UUID(0, 0);
    private static final String LEASE = "feed";
    private static final Duration HELD_FOR = Duration.ofSeconds(10);
    private static final int CHUNK = 5_000;
    private static final int BACKLOG = 100_000;

    /** Fewer than MariaDB would turn into a table of their own (in_predicate_conversion_threshold). */
    private static final int ROWS_AT_ONCE = 500;

    /** From the making of an event's id to its commit, with what clocks of nodes differ; twice as much once it was not enough. */
    private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

    /** About a minute. */
    private static final int WHOLE_LOOK_EACH = 300;

    private record Row(long position, Event event) {}

    private static final RowWriter<Row> ROWS = new RowWriter<>(
            900,
            """
            INSERT INTO feed (
              position, event_id, member_id, member_seq, type, version, payload, occurred_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(Row::position),
            (statement, row) -> {
                Event event = row.event();
                statement.setLong(1, row.position());
                statement.setBytes(2, UuidBytes.of(event.id()));
                statement.setBytes(3, UuidBytes.of(event.memberId().orElse(null)));
                statement.setLong(4, event.memberSeq());
                statement.setString(5, event.type());
                statement.setInt(6, event.version());
                statement.setString(7, event.payload());
                statement.setObject(8, Sql.time(event.occurredAt()));
                statement.setObject(9, Sql.time(event.recordedAt()));
            });

    private final IdMaker ids;
    private final UUID self;
    private final Transactions transactions;
    private final Leases leases;
    private Optional<Lease> lease = Optional.empty();
    private UUID begin = BEGINNING;
    private Duration committedWithin = COMMITTED_WITHIN;
    private int looks;

    FeedMover(IdMaker ids, Transactions transactions, Leases leases) {
        this.ids = ids;
        this.self = ids.next();
        this.transactions = transactions;
        this.leases = leases;
    }

    /**
     * Moves what waits, as long as this node holds the lease.
     *
     * @return how many events were moved
     */
    synchronized int move() {
        UUID from = looks++ % WHOLE_LOOK_EACH == 0 ? BEGINNING : begin;
        UUID next = before(ids.next(), committedWithin);
        Optional<UUID> first = firstWaiting(from);
        if (first.isEmpty()) {
            begin = next;
            return 0;
        }
        boolean held = lease.isPresent();
        if (!holdsLease()) {
            return 0;
        }
        if (held && first.get().compareTo(begin) < 0) {
            committedWithin = committedWithin.multipliedBy(2);
        }
        try {
            int moved = moveAll(held ? from : BEGINNING);
            begin = next;
            return moved;
        } catch (LeaseLost lost) {
            lease = Optional.empty();
            return 0;
        }
    }

    /** The least id of the time so long before another's. */
    private static UUID before(UUID id, Duration time) {
        return new UUID((id.getMostSignificantBits() >>> 16) - time.toMillis() << 16, 0);
    }

    private Optional<UUID> firstWaiting(UUID from) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id
                    FROM outbox FORCE INDEX (PRIMARY)
                    WHERE id > ?
                    ORDER BY id
                    LIMIT 1""")) {
                select.setBytes(1, UuidBytes.of(from));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Sql.id(row, "id")) : Optional.empty();
                }
            }
        });
    }

    private boolean holdsLease() {
        if (lease.isEmpty()) {
            lease = leases.take(LEASE, self, HELD_FOR);
        }
        return lease.isPresent();
    }

    private int moveAll(UUID from) {
        int moved = 0;
        int chunk;
        do {
            chunk = held(connection -> append(connection, waiting(connection, from)));
            moved += chunk;
            if (chunk == CHUNK) {
                moved += moveBacklog(from);
            }
        } while (chunk == CHUNK);
        return moved;
    }

    /** Where much waits, its order is read once and not for every chunk: what comes later stands behind all of a member's. */
    private int moveBacklog(UUID from) {
        List<UUID> backlog = transactions.read(connection -> backlog(connection, from));
        for (int first = 0; first < backlog.size(); first += CHUNK) {
            List<UUID> chunk = backlog.subList(first, Math.min(first + CHUNK, backlog.size()));
            held(connection -> append(connection, events(connection, chunk)));
        }
        return backlog.size();
    }

    private int held(Transactions.Work<Integer> chunk) {
        return transactions.write(connection -> {
            leases.renew(connection, lease.orElseThrow(), HELD_FOR);
            return chunk.on(connection);
        });
    }

    private static int append(Connection connection, List<Event> events) throws SQLException {
        long before = events.isEmpty() ? 0 : lastPosition(connection);
        long position = before;
        Batch batch = new Batch();
        for (Event event : events) {
            batch.add(ROWS, new Row(++position, event));
        }
        batch.flush(connection);
        for (long first = before; first < position; first += ROWS_AT_ONCE) {
            remove(connection, first, Math.min(first + ROWS_AT_ONCE, position));
        }
        return events.size();
    }

    /** A member's record times rise in the order of commits, so this order is the member's order. */
    private static List<Event> waiting(Connection connection, UUID from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, member_id, member_seq, type, version, payload, occurred_at, recorded_at
                FROM outbox FORCE INDEX (PRIMARY)
                WHERE id > ?
                ORDER BY recorded_at, id
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(from));
            select.setInt(2, CHUNK);
            return read(select);
        }
    }

    private static List<UUID> backlog(Connection connection, UUID from) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id
                FROM outbox FORCE INDEX (PRIMARY)
                WHERE id > ?
                ORDER BY recorded_at, id
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(from));
            select.setInt(2, BACKLOG);
            List<UUID> backlog = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    backlog.add(Sql.id(row, "id"));
                }
            }
            return backlog;
        }
    }

    /** The events with the ids, in the order of these. */
    private static List<Event> events(Connection connection, List<UUID> order) throws SQLException {
        Map<UUID, Event> found = new HashMap<>();
        for (int first = 0; first < order.size(); first += ROWS_AT_ONCE) {
            List<UUID> some = order.subList(first, Math.min(first + ROWS_AT_ONCE, order.size()));
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, member_id, member_seq, type, version, payload, occurred_at, recorded_at
                    FROM outbox FORCE INDEX (PRIMARY)
                    WHERE id IN\s""" + Sql.places(some))) {
                Sql.bindIds(select, 1, some);
                read(select).forEach(event -> found.put(event.id(), event));
            }
        }
        return order.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static List<Event> read(PreparedStatement select) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(Feed.event(row, "id"));
            }
        }
        return events;
    }

    private static long lastPosition(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(position) FROM feed");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * What now stands in the feed after one position up to another, each by its primary key whatever the database takes the
     * table to hold: reading all of it would wait for the rows that posters have not committed yet. (A list of ids it reads
     * like that where the table is small, MariaDB 10.11 even when told the index; a left join begins with the feed.)
     */
    private static void remove(Connection connection, long after, long upTo) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE waiting
                FROM feed
                LEFT JOIN outbox AS waiting ON waiting.id = feed.event_id
                WHERE feed.position > ?
                  AND feed.position <= ?""")) {
            delete.setLong(1, after);
            delete.setLong(2, upTo);
            delete.executeUpdate();
        }
    }
}
