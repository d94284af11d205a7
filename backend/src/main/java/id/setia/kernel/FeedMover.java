package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves committed events from the outbox to the feed: each exactly once, at positions without gaps, by one node at a time.
 */
@Singleton
class FeedMover {

    private static final String LEASE = "feed";
    private static final Duration HELD_FOR = Duration.ofSeconds(10);
    private static final int CHUNK = 5_000;

    /** Fewer than MariaDB would turn into a table of their own (in_predicate_conversion_threshold). */
    private static final int ROWS_AT_ONCE = 500;

    private final UUID self;
    private final Transactions transactions;
    private final Leases leases;
    private Optional<Lease> lease = Optional.empty();

    FeedMover(IdMaker ids, Transactions transactions, Leases leases) {
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
        if (nothingWaits() || !holdsLease()) {
            return 0;
        }
        int moved = 0;
        try {
            int chunk;
            do {
                chunk = transactions.write(this::moveChunk);
                moved += chunk;
            } while (chunk == CHUNK);
        } catch (LeaseLost lost) {
            lease = Optional.empty();
        }
        return moved;
    }

    private boolean nothingWaits() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM outbox LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        });
    }

    private boolean holdsLease() {
        if (lease.isEmpty()) {
            lease = leases.take(LEASE, self, HELD_FOR);
        }
        return lease.isPresent();
    }

    private int moveChunk(Connection connection) throws SQLException {
        leases.renew(connection, lease.orElseThrow(), HELD_FOR);
        List<Event> events = waiting(connection);
        long last = events.isEmpty() ? 0 : lastPosition(connection);
        for (int from = 0; from < events.size(); from += ROWS_AT_ONCE) {
            List<Event> some = events.subList(from, Math.min(from + ROWS_AT_ONCE, events.size()));
            append(connection, some, last + from);
            remove(connection, some);
        }
        return events.size();
    }

    /** A member's record times rise in the order of commits, so this order is the member's order. */
    private static List<Event> waiting(Connection connection) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, member_id, member_seq, type, version, payload, occurred_at, recorded_at
                FROM outbox
                ORDER BY recorded_at, id
                LIMIT ?""")) {
            select.setInt(1, CHUNK);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(Feed.event(row, "id"));
                }
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

    private static void append(Connection connection, List<Event> events, long last) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO feed (
                  position, event_id, member_id, member_seq, type, version, payload, occurred_at, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            long position = last;
            for (Event event : events) {
                insert.setLong(1, ++position);
                insert.setBytes(2, UuidBytes.of(event.id()));
                insert.setBytes(3, UuidBytes.of(event.memberId().orElse(null)));
                insert.setLong(4, event.memberSeq());
                insert.setString(5, event.type());
                insert.setInt(6, event.version());
                insert.setString(7, event.payload());
                insert.setObject(8, Sql.time(event.occurredAt()));
                insert.setObject(9, Sql.time(event.recordedAt()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * By primary key, whatever the database takes the table to hold: reading all of it would wait for the rows that posters
     * have not committed yet.
     */
    private static void remove(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE waiting
                FROM outbox AS waiting FORCE INDEX (PRIMARY)
                WHERE waiting.id IN\s""" + Sql.places(events))) {
            Sql.bindIds(delete, 1, events.stream().map(Event::id).toList());
            delete.executeUpdate();
        }
    }
}
