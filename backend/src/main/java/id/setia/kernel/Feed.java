package id.setia.kernel;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All events in one order that never changes; those of a member in the order in which they happened. */
@Singleton
public class Feed {

    private static final int MOST = 1_000;

    private final Transactions transactions;

    Feed(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The events behind a position, at most {@code limit} and never more than 1,000; from the beginning behind 0. */
    public List<FeedEvent> after(long position, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT position, event_id, member_id, member_seq, type, version, payload, occurred_at, recorded_at
                    FROM feed
                    WHERE position > ?
                    ORDER BY position
                    LIMIT ?""")) {
                select.setLong(1, position);
                select.setInt(2, Math.min(limit, MOST));
                try (ResultSet row = select.executeQuery()) {
                    List<FeedEvent> events = new ArrayList<>();
                    while (row.next()) {
                        events.add(new FeedEvent(row.getLong("position"), event(row, "event_id")));
                    }
                    return events;
                }
            }
        });
    }

    /** The events at positions, in their order. */
    public List<FeedEvent> at(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        List<Long> asked = Sql.padded(positions);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT position, event_id, member_id, member_seq, type, version, payload, occurred_at, recorded_at
                    FROM feed
                    WHERE position IN\s""" + Sql.places(asked) + "\nORDER BY position")) {
                int place = 1;
                for (long position : asked) {
                    select.setLong(place++, position);
                }
                try (ResultSet row = select.executeQuery()) {
                    List<FeedEvent> events = new ArrayList<>();
                    while (row.next()) {
                        events.add(new FeedEvent(row.getLong("position"), event(row, "event_id")));
                    }
                    return events;
                }
            }
        });
    }

    /**
     * A stretch of the feed and whom it is about.
     *
     * @param events how many events there are in it
     * @param until the position of the last of them, or where the stretch begins while there is none
     * @param members in the order of their first event
     */
    public record Concerned(int events, long until, Set<UUID> members) {}

    /** The members whom the events behind a position are about, without reading what happened. */
    public Concerned concerned(long position, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT position, member_id
                    FROM feed
                    WHERE position > ?
                    ORDER BY position
                    LIMIT ?""")) {
                select.setLong(1, position);
                select.setInt(2, limit);
                try (ResultSet row = select.executeQuery()) {
                    int events = 0;
                    long until = position;
                    Set<UUID> members = new LinkedHashSet<>();
                    while (row.next()) {
                        events++;
                        until = row.getLong("position");
                        Optional.ofNullable(Sql.id(row, "member_id")).ifPresent(members::add);
                    }
                    return new Concerned(events, until, members);
                }
            }
        });
    }

    /** The position of the newest event, 0 while there is none. */
    public long last() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MAX(position) FROM feed");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /** The position of the newest event recorded before a moment, 0 when there is none; quick for moments not long ago. */
    public long lastBefore(Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT position
                    FROM feed
                    WHERE recorded_at < ?
                    ORDER BY position DESC
                    LIMIT 1""")) {
                select.setObject(1, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** When the event at a position was recorded; empty where there is none. */
    public Optional<Instant> recordedAt(long position) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT recorded_at FROM feed WHERE position = ?")) {
                select.setLong(1, position);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Sql.instant(row, "recorded_at")) : Optional.empty();
                }
            }
        });
    }

    static Event event(ResultSet row, String idColumn) throws SQLException {
        return new Event(
                Sql.id(row, idColumn),
                Optional.ofNullable(Sql.id(row, "member_id")),
                row.getLong("member_seq"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("payload"),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "recorded_at"));
    }
}
