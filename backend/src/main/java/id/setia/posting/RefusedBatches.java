package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches that are not what a till signed, or not in their place: kept for staff, each once however often it was sent. */
@Singleton
class RefusedBatches {

    /** What a till sends that has gone mad is not kept without end. */
    private static final int MOST_KEPT = 1_000;

    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    RefusedBatches(Transactions transactions, AuditTrail audit, BusinessClock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param reason the code it was refused with
     * @param keyNumber which key of this till it names, if any
     * @param times how often it was sent
     */
    record RefusedBatch(
            byte[] hash, String reason, Optional<Integer> keyNumber, Optional<Long> number, int times, Instant firstAt,
            Instant lastAt) {}

    /** Notes a refusal, of a till the first thousand; the audit trail tells of the first of its like. */
    void note(Caller by, UUID terminalId, String reason, byte[] hash, Optional<SignedEnvelope> envelope) {
        transactions.write(connection -> {
            boolean first = times(connection, terminalId, hash, reason) == 0;
            if (first && count(connection, terminalId) >= MOST_KEPT) {
                return null;
            }
            upsert(connection, terminalId, reason, hash, envelope);
            if (first) {
                audit.record(
                        by, "terminal.batch_refused", "terminal", terminalId,
                        "reason", reason,
                        "number", envelope.map(read -> Long.toString(read.number())).orElse(""),
                        "hash", SignedEnvelope.written(hash));
            }
            return null;
        });
    }

    private static int times(Connection connection, UUID terminalId, byte[] hash, String reason) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT times FROM refused_batch WHERE terminal_id = ? AND hash = ? AND reason = ?")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setBytes(2, hash);
            select.setString(3, reason);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt("times") : 0;
            }
        }
    }

    private static long count(Connection connection, UUID terminalId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) AS kept FROM refused_batch WHERE terminal_id = ?")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong("kept");
            }
        }
    }

    private void upsert(
            Connection connection, UUID terminalId, String reason, byte[] hash, Optional<SignedEnvelope> envelope)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO refused_batch (
                  terminal_id, hash, reason, key_number, number, times, first_at, last_at)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?)
                ON DUPLICATE KEY UPDATE times = times + VALUES(times), last_at = VALUES(last_at)""")) {
            Object now = Sql.time(clock.now());
            upsert.setBytes(1, UuidBytes.of(terminalId));
            upsert.setBytes(2, hash);
            upsert.setString(3, reason);
            upsert.setObject(4, envelope.filter(read -> read.terminalId().equals(terminalId)).map(SignedEnvelope::keyNumber).orElse(null));
            upsert.setObject(5, envelope.map(SignedEnvelope::number).orElse(null));
            upsert.setObject(6, now);
            upsert.setObject(7, now);
            upsert.executeUpdate();
        }
    }

    /** The latest of a till. */
    List<RefusedBatch> latest(Connection connection, UUID terminalId, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT hash, reason, key_number, number, times, first_at, last_at
                FROM refused_batch
                WHERE terminal_id = ?
                ORDER BY last_at DESC, hash
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, limit);
            List<RefusedBatch> refused = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    refused.add(new RefusedBatch(
                            row.getBytes("hash"),
                            row.getString("reason"),
                            Optional.ofNullable(row.getObject("key_number", Integer.class)),
                            Optional.ofNullable(row.getObject("number", Long.class)),
                            row.getInt("times"),
                            Sql.instant(row, "first_at"),
                            Sql.instant(row, "last_at")));
                }
            }
            return refused;
        }
    }
}
