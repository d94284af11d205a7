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

    /**
     * A page of the member's transactions.
     *
     * @param cursor of the page before, empty for the first
     * @throws Problem when the cursor was not made by this server
     */
    public Page<StatementLine> page(UUID memberId, Optional<String> cursor, int limit) {
        Instant before = cursor.map(Statements::moment).orElse(END);
        List<StatementLine> lines = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, kind, source_kind, source_id, business_at, recorded_at, available_change, pending_change,
                      available_after, judgement
                    FROM ledger_transaction
                    WHERE member_id = ? AND recorded_at < ?
                    ORDER BY recorded_at DESC
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(before));
                select.setInt(3, limit + 1);
                return lines(select);
            }
        });
        return Page.of(lines, limit, line -> Cursor.of(line.recordedAt().toString()));
    }

    /** What was available once the member's entry of this number stood in the ledger; 0 before there was any. */
    public long availableAfter(UUID memberId, long seq) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT available_after
                    FROM ledger_transaction
                    WHERE member_id = ? AND last_seq <= ?
                    ORDER BY recorded_at DESC
                    LIMIT 1""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setLong(2, seq);
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
