package id.setia.approvals;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of approvals. */
@Singleton
class ApprovalRows {

    private static final String COLUMNS = """
            SELECT id, kind, member_id, content, state, requested_by, requested_at, expires_at, decided_by, decided_at,
              note
            FROM approval
            """;

    private final Transactions transactions;

    ApprovalRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void insert(Approval approval) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO approval (
                      id, kind, member_id, content, state, requested_by, requested_at, expires_at, decided_by, decided_at,
                      note)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)""")) {
                insert.setBytes(1, UuidBytes.of(approval.id()));
                insert.setString(2, approval.kind());
                insert.setBytes(3, UuidBytes.of(approval.memberId().orElse(null)));
                insert.setString(4, approval.content());
                insert.setString(5, approval.state().value());
                insert.setBytes(6, UuidBytes.of(approval.requestedBy()));
                insert.setObject(7, Sql.time(approval.requestedAt()));
                insert.setObject(8, Sql.time(approval.expiresAt()));
                insert.setString(9, approval.note());
                return insert.executeUpdate();
            }
        });
    }

    void decide(Approval approval) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE approval
                    SET state = ?, decided_by = ?, decided_at = ?, note = ?
                    WHERE id = ?""")) {
                update.setString(1, approval.state().value());
                update.setBytes(2, UuidBytes.of(approval.decidedBy().orElse(null)));
                update.setObject(3, Sql.time(approval.decidedAt().orElse(null)));
                update.setString(4, approval.note());
                update.setBytes(5, UuidBytes.of(approval.id()));
                return update.executeUpdate();
            }
        });
    }

    Optional<Approval> find(UUID id) {
        return read(COLUMNS + "WHERE id = ?", select -> select.setBytes(1, UuidBytes.of(id))).stream().findFirst();
    }

    Optional<Approval> lock(UUID id) {
        return read(COLUMNS + "WHERE id = ? FOR UPDATE", select -> select.setBytes(1, UuidBytes.of(id))).stream()
                .findFirst();
    }

    /** Those that wait and have not expired, the oldest first. */
    List<Approval> waiting(Instant now, int limit) {
        return read(COLUMNS + """
                WHERE state = 'waiting' AND expires_at > ?
                ORDER BY requested_at, id
                LIMIT ?""", select -> {
            select.setObject(1, Sql.time(now));
            select.setInt(2, limit);
        });
    }

    /** Those of a kind that wait and have not expired, the oldest first. */
    List<Approval> waiting(String kind, Instant now) {
        return read(COLUMNS + """
                WHERE state = 'waiting' AND expires_at > ? AND kind = ?
                ORDER BY requested_at, id""", select -> {
            select.setObject(1, Sql.time(now));
            select.setString(2, kind);
        });
    }

    /** Those that wait no longer, the latest asked first; expired ones too, written or not. */
    List<Approval> ended(Instant now, int limit) {
        return read(COLUMNS + """
                WHERE state <> 'waiting' OR expires_at <= ?
                ORDER BY requested_at DESC, id DESC
                LIMIT ?""", select -> {
            select.setObject(1, Sql.time(now));
            select.setInt(2, limit);
        });
    }

    /** Those whose time is over though they are written as waiting. */
    List<Approval> overdue(Instant now, int limit) {
        return read(COLUMNS + """
                WHERE state = 'waiting' AND expires_at <= ?
                ORDER BY requested_at, id
                LIMIT ?""", select -> {
            select.setObject(1, Sql.time(now));
            select.setInt(2, limit);
        });
    }

    long countWaiting(Instant now) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COUNT(*) AS waiting FROM approval WHERE state = 'waiting' AND expires_at > ?")) {
                select.setObject(1, Sql.time(now));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong("waiting");
                }
            }
        });
    }

    @FunctionalInterface
    private interface Bound {
        void to(PreparedStatement select) throws SQLException;
    }

    private List<Approval> read(String sql, Bound bound) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bound.to(select);
                List<Approval> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Approval(
                                Sql.id(row, "id"),
                                row.getString("kind"),
                                Optional.ofNullable(Sql.id(row, "member_id")),
                                row.getString("content"),
                                ApprovalState.of(row.getString("state")),
                                Sql.id(row, "requested_by"),
                                Sql.instant(row, "requested_at"),
                                Sql.instant(row, "expires_at"),
                                Optional.ofNullable(Sql.id(row, "decided_by")),
                                Optional.ofNullable(Sql.instant(row, "decided_at")),
                                row.getString("note")));
                    }
                }
                return found;
            }
        });
    }
}
