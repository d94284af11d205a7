package id.setia.points;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A member's transactions, the latest recorded first. */
@Singleton
public class Statements {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Transactions transactions;

    Statements(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A moment up to which a statement goes, by either time. */
    public record UpTo(Instant moment, TimeKind by) {}

    /** A page of all the member's transactions. */
    public Page<StatementLine> page(UUID memberId, Optional<String> cursor, int limit) {
        return page(memberId, cursor, limit, Optional.empty());
    }

    /**
     * A page of the member's transactions.
     *
     * @param cursor of the page before, empty for the first
     * @param upTo where only what happened, or was recorded, by a moment is wanted
     * @throws Problem when the cursor was not made by this server
     */
    public Page<StatementLine> page(UUID memberId, Optional<String> cursor, int limit, Optional<UpTo> upTo) {
        Instant before = cursor.map(Statements::moment).orElse(END);
        Instant recorded = upTo.filter(end -> end.by() == TimeKind.RECORD).map(UpTo::moment).orElse(END);
        Instant happened = upTo.filter(end -> end.by() == TimeKind.BUSINESS).map(UpTo::moment).orElse(END);
        List<StatementLine> lines = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, kind, source_kind, source_id, business_at, recorded_at, available_change, pending_change,
                      available_after, judgement
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at < ? AND recorded_at <= ? AND business_at <= ?
                    ORDER BY recorded_at DESC
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(before));
                select.setObject(3, Sql.time(recorded));
                select.setObject(4, Sql.time(happened));
                select.setInt(5, limit + 1);
                return lines(select);
            }
        });
        return Page.of(lines, limit, line -> Cursor.of(line.recordedAt().toString()));
    }

    /**
     * What was recorded from one moment to before another, the earliest first.
     *
     * @param limit of lines; what is beyond it is left out
     */
    public List<StatementLine> between(UUID memberId, Instant from, Instant before, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, kind, source_kind, source_id, business_at, recorded_at, available_change, pending_change,
                      available_after, judgement
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at >= ? AND recorded_at < ?
                    ORDER BY recorded_at, id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(from));
                select.setObject(3, Sql.time(before));
                select.setInt(4, limit);
                return lines(select);
            }
        });
    }

    /**
     * What came and went in a span of time, of available points.
     *
     * @param gone 0 or less
     */
    public record Turnover(long received, long gone) {}

    /** The turnover of what was recorded from one moment to before another. */
    public Turnover turnover(UUID memberId, Instant from, Instant before) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT
                      COALESCE(SUM(CASE WHEN available_change > 0 THEN available_change ELSE 0 END), 0) AS received,
                      COALESCE(SUM(CASE WHEN available_change < 0 THEN available_change ELSE 0 END), 0) AS gone
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at >= ? AND recorded_at < ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(from));
                select.setObject(3, Sql.time(before));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Turnover(row.getLong("received"), row.getLong("gone"));
                }
            }
        });
    }

    /** What was available just before a moment, by what was recorded until then. */
    public long availableBefore(UUID memberId, Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT available_after
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at < ?
                    ORDER BY recorded_at DESC
                    LIMIT 1""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong("available_after") : 0L;
                }
            }
        });
    }

    private static List<StatementLine> lines(PreparedStatement select) throws SQLException {
        List<StatementLine> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new StatementLine(
                        Sql.id(row, "id"),
                        TransactionKind.of(row.getString("kind")),
                        new Source(row.getString("source_kind"), Sql.id(row, "source_id")),
                        Sql.instant(row, "business_at"),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("available_change"),
                        row.getLong("pending_change"),
                        row.getLong("available_after"),
                        row.getString("judgement")));
            }
        }
        return found;
    }

    private static Instant moment(String cursor) {
        try {
            return Instant.parse(Cursor.place(cursor));
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }
}
