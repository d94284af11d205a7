package id.setia.webhooks;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of deliveries. */
final class DeliveryRows {

    private static final int AT_ONCE = 1_000;

    private static final String COLUMNS = """
            SELECT d.id, d.endpoint_id, d.position, d.event_id, d.lane, d.type, d.event_at, d.state, d.tries, d.attempts,
              d.next_attempt_at, d.finished_at, d.created_at
            """;

    /** Of a delivery that goes by d: that its time has come and no earlier event of the same member holds it up. */
    private static final String DUE = """
            d.state = 'waiting' AND d.next_attempt_at <= ? AND NOT EXISTS (
              SELECT b.id
              FROM webhook_delivery b FORCE INDEX (webhook_delivery_lane)
              WHERE b.endpoint_id = d.endpoint_id AND b.lane = d.lane AND b.state = 'waiting' AND b.position < d.position)""";

    /** A row that is there already belongs to an endpoint that is locked. */
    private static final RowWriter<Delivery> ROWS = new RowWriter<>(
            930,
            """
            INSERT INTO webhook_delivery (
              id, endpoint_id, position, event_id, lane, type, event_at, state, tries, attempts, next_attempt_at, finished_at,
              created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              state = VALUES(state), tries = VALUES(tries), attempts = VALUES(attempts),
              next_attempt_at = VALUES(next_attempt_at), finished_at = VALUES(finished_at)""",
            Comparator.comparing(Delivery::position).thenComparing(Delivery::id),
            (statement, delivery) -> {
                statement.setBytes(1, UuidBytes.of(delivery.id()));
                statement.setBytes(2, UuidBytes.of(delivery.endpointId()));
                statement.setLong(3, delivery.position());
                statement.setBytes(4, UuidBytes.of(delivery.eventId()));
                statement.setBytes(5, UuidBytes.of(delivery.lane()));
                statement.setString(6, delivery.type().value());
                statement.setObject(7, Sql.time(delivery.eventAt()));
                statement.setString(8, delivery.state().value());
                statement.setInt(9, delivery.tries());
                statement.setInt(10, delivery.attempts());
                statement.setObject(11, Sql.time(delivery.nextAttemptAt().orElse(null)));
                statement.setObject(12, Sql.time(delivery.finishedAt().orElse(null)));
                statement.setObject(13, Sql.time(delivery.createdAt()));
            });

    private DeliveryRows() {}

    /** Adds the rows, or changes those that are there. */
    static void put(Batch batch, Collection<Delivery> deliveries) {
        deliveries.forEach(delivery -> batch.add(ROWS, delivery));
    }

    static Optional<Delivery> find(Connection connection, UUID endpointId, UUID id) throws SQLException {
        return find(connection, endpointId, id, "");
    }

    static Optional<Delivery> lock(Connection connection, UUID endpointId, UUID id) throws SQLException {
        return find(connection, endpointId, id, " FOR UPDATE");
    }

    private static Optional<Delivery> find(Connection connection, UUID endpointId, UUID id, String lock)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "FROM webhook_delivery d\nWHERE d.endpoint_id = ? AND d.id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(endpointId));
            select.setBytes(2, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    /** Those whose time has come and that no earlier event of the same member holds up, in the order of the events. */
    static List<Delivery> due(Connection connection, UUID endpointId, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS
                + "FROM webhook_delivery d FORCE INDEX (webhook_delivery_order)\nWHERE d.endpoint_id = ? AND " + DUE
                + "\nORDER BY d.position, d.id\nLIMIT ?")) {
            select.setBytes(1, UuidBytes.of(endpointId));
            select.setObject(2, Sql.time(now));
            select.setInt(3, limit);
            return read(select);
        }
    }

    /**
     * An endpoint that something may have to be done for.
     *
     * @param due whether there is something to send, and not only to take in
     */
    record Calling(UUID endpointId, boolean due) {}

    /** Those of the enabled endpoints that have something to send now, or are not at the end of the feed. */
    static List<Calling> calling(Connection connection, long lastPosition, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT c.id, c.due
                FROM (
                  SELECT e.id, p.position, (p.paused_until IS NULL OR p.paused_until <= ?) AND EXISTS (
                    SELECT d.id
                    FROM webhook_delivery d FORCE INDEX (webhook_delivery_order)
                    WHERE d.endpoint_id = e.id AND\s""" + DUE + """
                ) AS due
                  FROM webhook_endpoint e
                  JOIN webhook_progress p ON p.endpoint_id = e.id
                  WHERE e.state = 'enabled') AS c
                WHERE c.due = 1 OR c.position < ?
                ORDER BY c.id""")) {
            select.setObject(1, Sql.time(now));
            select.setObject(2, Sql.time(now));
            select.setLong(3, lastPosition);
            List<Calling> calling = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    calling.add(new Calling(Sql.id(row, "id"), row.getBoolean("due")));
                }
            }
            return calling;
        }
    }

    /** When the newest event that was delivered was. */
    static Optional<Instant> lastDelivered(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT finished_at
                FROM webhook_delivery
                WHERE endpoint_id = ? AND state = 'delivered' AND position > 0
                ORDER BY position DESC
                LIMIT 1""")) {
            select.setBytes(1, UuidBytes.of(endpointId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(Sql.instant(row, "finished_at")) : Optional.empty();
            }
        }
    }

    /** How many wait, counted up to a number. */
    static int waiting(Connection connection, UUID endpointId, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT COUNT(w.id) AS waiting
                FROM (
                  SELECT id
                  FROM webhook_delivery
                  WHERE endpoint_id = ? AND state = 'waiting'
                  LIMIT ?) AS w""")) {
            select.setBytes(1, UuidBytes.of(endpointId));
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt("waiting");
            }
        }
    }

    /** An endpoint's deliveries, the newest first, those made before the one given. */
    static List<Delivery> page(
            Connection connection,
            UUID endpointId,
            Optional<DeliveryState> state,
            Optional<EventType> type,
            Optional<UUID> before,
            int limit)
            throws SQLException {
        String wanted = state.map(one -> " AND d.state = ?").orElse("") + type.map(one -> " AND d.type = ?").orElse("");
        try (PreparedStatement select = connection.prepareStatement(COLUMNS
                + "FROM webhook_delivery d\nWHERE d.endpoint_id = ? AND d.id < ?" + wanted
                + "\nORDER BY d.id DESC\nLIMIT ?")) {
            int place = 1;
            select.setBytes(place++, UuidBytes.of(endpointId));
            select.setBytes(place++, UuidBytes.of(before.orElse(new UUID(-1, -1))));
            if (state.isPresent()) {
                select.setString(place++, state.get().value());
            }
            if (type.isPresent()) {
                select.setString(place++, type.get().value());
            }
            select.setInt(place, limit);
            return read(select);
        }
    }

    /** Makes everything that waits due now. */
    static void hasten(Connection connection, UUID endpointId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE webhook_delivery
                SET next_attempt_at = ?
                WHERE endpoint_id = ? AND state = 'waiting' AND next_attempt_at > ?""")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(endpointId));
            update.setObject(3, Sql.time(now));
            update.executeUpdate();
        }
    }

    /** Lets deliveries of events of a time wait anew, the first first; answers how many, at most a thousand. */
    static int again(
            Connection connection, UUID endpointId, Collection<DeliveryState> states, Instant from, Instant until, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE webhook_delivery
                SET state = 'waiting', attempts = 0, next_attempt_at = ?, finished_at = NULL
                WHERE endpoint_id = ? AND event_at >= ? AND event_at < ? AND position > 0 AND state IN\s"""
                + Sql.places(states) + """

                ORDER BY position
                LIMIT\s""" + AT_ONCE)) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(endpointId));
            update.setObject(3, Sql.time(from));
            update.setObject(4, Sql.time(until));
            int place = 5;
            for (DeliveryState state : states) {
                update.setString(place++, state.value());
            }
            return update.executeUpdate();
        }
    }

    /** Removes an endpoint's; answers whether there may be more. */
    static boolean deleteOf(Connection connection, UUID endpointId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM webhook_delivery WHERE endpoint_id = ? LIMIT " + AT_ONCE)) {
            delete.setBytes(1, UuidBytes.of(endpointId));
            return delete.executeUpdate() == AT_ONCE;
        }
    }

    /** Removes what ended so before the moment; answers whether there may be more. */
    static boolean deleteBefore(Connection connection, DeliveryState end, Instant moment) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM webhook_delivery WHERE state = ? AND finished_at < ? LIMIT " + AT_ONCE)) {
            delete.setString(1, end.value());
            delete.setObject(2, Sql.time(moment));
            return delete.executeUpdate() == AT_ONCE;
        }
    }

    private static List<Delivery> read(PreparedStatement select) throws SQLException {
        List<Delivery> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Delivery(
                        Sql.id(row, "id"),
                        Sql.id(row, "endpoint_id"),
                        row.getLong("position"),
                        Sql.id(row, "event_id"),
                        Sql.id(row, "lane"),
                        EventType.of(row.getString("type")).orElseThrow(),
                        Sql.instant(row, "event_at"),
                        DeliveryState.of(row.getString("state")),
                        row.getInt("tries"),
                        row.getInt("attempts"),
                        Optional.ofNullable(Sql.instant(row, "next_attempt_at")),
                        Optional.ofNullable(Sql.instant(row, "finished_at")),
                        Sql.instant(row, "created_at")));
            }
        }
        return found;
    }
}
