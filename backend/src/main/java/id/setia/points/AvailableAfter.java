package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was available right after events, of many members at once. */
@Singleton
public class AvailableAfter {

    private static final int MEMBERS_AT_ONCE = 100;

    /** An event is recorded with its transaction, whose own time moves on where the member's last one was as late. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final Transactions transactions;

    AvailableAfter(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A number of a member's entries. */
    public record Place(UUID memberId, long seq) {}

    /** What is to be read of a member. */
    private record Span(UUID memberId, long lowest, long highest, Instant from, Instant until) {

        Span and(Span other) {
            return new Span(
                    memberId,
                    Math.min(lowest, other.lowest),
                    Math.max(highest, other.highest),
                    from.isBefore(other.from) ? from : other.from,
                    until.isAfter(other.until) ? until : other.until);
        }
    }

    /**
     * What was available once the entries of these numbers stood in the ledger, 0 before there were any.
     *
     * @param recordedAt the places, with the times at which the events that name them were recorded
     */
    public Map<Place, Long> of(Map<Place, Instant> recordedAt) {
        return recordedAt.isEmpty() ? Map.of() : transactions.read(connection -> {
            Map<Place, Long> ends = ends(connection, spans(recordedAt));
            Map<Place, Long> found = new HashMap<>();
            for (Place place : recordedAt.keySet()) {
                Long available = ends.get(place);
                found.put(place, available == null ? before(connection, place) : available);
            }
            return found;
        });
    }

    /** Of entries whose transaction is not where it should be by its time: that of the last one before. */
    private static long before(Connection connection, Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT available_after
                FROM ledger_transaction
                WHERE member_id = ? AND last_seq <= ?
                ORDER BY recorded_at DESC
                LIMIT 1""")) {
            select.setBytes(1, UuidBytes.of(place.memberId()));
            select.setLong(2, place.seq());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("available_after") : 0L;
            }
        }
    }

    private static List<Span> spans(Map<Place, Instant> recordedAt) {
        Map<UUID, Span> spans = new HashMap<>();
        recordedAt.forEach((place, at) -> spans.merge(
                place.memberId(), new Span(place.memberId(), place.seq(), place.seq(), at, at.plus(APART)), Span::and));
        return List.copyOf(spans.values());
    }

    /** By the last number of each transaction in the spans. */
    private static Map<Place, Long> ends(Connection connection, List<Span> spans) throws SQLException {
        Map<Place, Long> ends = new HashMap<>();
        for (int from = 0; from < spans.size(); from += MEMBERS_AT_ONCE) {
            read(connection, spans.subList(from, Math.min(from + MEMBERS_AT_ONCE, spans.size())), ends);
        }
        return ends;
    }

    private static void read(Connection connection, Collection<Span> spans, Map<Place, Long> ends) throws SQLException {
        String each = "(member_id = ? AND recorded_at >= ? AND recorded_at <= ? AND last_seq >= ? AND last_seq <= ?)";
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, last_seq, available_after
                FROM ledger_transaction FORCE INDEX (PRIMARY)
                WHERE\s""" + String.join(" OR ", Collections.nCopies(spans.size(), each)))) {
            int place = 1;
            for (Span span : spans) {
                select.setBytes(place++, UuidBytes.of(span.memberId()));
                select.setObject(place++, Sql.time(span.from()));
                select.setObject(place++, Sql.time(span.until()));
                select.setLong(place++, span.lowest());
                select.setLong(place++, span.highest());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ends.put(new Place(Sql.id(row, "member_id"), row.getLong("last_seq")), row.getLong("available_after"));
                }
            }
        }
    }
}
