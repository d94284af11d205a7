package id.setia.posting;

import id.setia.kernel.Sql;
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
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of signed batches, of their chains and of the gaps in these; who changes one holds the lock of its chain. */
@Singleton
class SignedBatchRows {

    private static final String BATCH = """
            SELECT terminal_id, key_number, number, hash, previous_hash, receipts, refused, received_at, posted_at
            FROM signed_batch
            """;

    private static final String GAP = """
            SELECT first_number, last_number, noticed_at, closed_at, closed_reason, explanation
            FROM signed_gap
            """;

    /** Locks the chain, made anew where there is none. */
    SignedChain lock(Connection connection, UUID terminalId, int keyNumber, byte[] beginning, Instant now)
            throws SQLException {
        Optional<SignedChain> chain = locked(connection, terminalId, keyNumber);
        if (chain.isPresent()) {
            return chain.get();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO signed_chain (terminal_id, key_number, last_number, last_hash, changed_at)
                VALUES (?, ?, 0, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(terminalId));
            insert.setInt(2, keyNumber);
            insert.setBytes(3, beginning);
            insert.setObject(4, Sql.time(now));
            insert.executeUpdate();
        } catch (SQLException error) {
            if (!Sql.isDuplicateKey(error)) {
                throw error;
            }
        }
        return locked(connection, terminalId, keyNumber).orElseThrow();
    }

    private static Optional<SignedChain> locked(Connection connection, UUID terminalId, int keyNumber) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT last_number, last_hash
                FROM signed_chain
                WHERE terminal_id = ? AND key_number = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new SignedChain(
                                terminalId, keyNumber, row.getLong("last_number"), row.getBytes("last_hash"), List.of(), List.of()))
                        : Optional.empty();
            }
        }
    }

    Optional<SignedBatch> find(Connection connection, UUID terminalId, int keyNumber, long number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(BATCH + "WHERE terminal_id = ? AND key_number = ? AND number = ?")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            select.setLong(3, number);
            return read(select).stream().findFirst();
        }
    }

    /** Those of the till before the place named, the newest first. */
    List<SignedBatch> before(Connection connection, UUID terminalId, int keyNumber, long number, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BATCH + """
                WHERE terminal_id = ? AND (key_number < ? OR key_number = ? AND number < ?)
                ORDER BY key_number DESC, number DESC
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            select.setInt(3, keyNumber);
            select.setLong(4, number);
            select.setInt(5, limit);
            return read(select);
        }
    }

    private static List<SignedBatch> read(PreparedStatement select) throws SQLException {
        List<SignedBatch> batches = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                batches.add(new SignedBatch(
                        Sql.id(row, "terminal_id"),
                        row.getInt("key_number"),
                        row.getLong("number"),
                        row.getBytes("hash"),
                        row.getBytes("previous_hash"),
                        row.getInt("receipts"),
                        row.getObject("refused") == null ? OptionalInt.empty() : OptionalInt.of(row.getInt("refused")),
                        Sql.instant(row, "received_at"),
                        Optional.ofNullable(Sql.instant(row, "posted_at"))));
            }
        }
        return batches;
    }

    void add(Connection connection, SignedBatch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO signed_batch (
                  terminal_id, key_number, number, hash, previous_hash, receipts, refused, received_at, posted_at)
                VALUES (?, ?, ?, ?, ?, ?, NULL, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(batch.terminalId()));
            insert.setInt(2, batch.keyNumber());
            insert.setLong(3, batch.number());
            insert.setBytes(4, batch.hash());
            insert.setBytes(5, batch.previousHash());
            insert.setInt(6, batch.receipts());
            insert.setObject(7, Sql.time(batch.receivedAt()));
            insert.executeUpdate();
        }
    }

    void posted(Connection connection, SignedBatch batch, int refused, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE signed_batch
                SET refused = ?, posted_at = ?
                WHERE terminal_id = ? AND key_number = ? AND number = ?""")) {
            update.setInt(1, refused);
            update.setObject(2, Sql.time(now));
            update.setBytes(3, UuidBytes.of(batch.terminalId()));
            update.setInt(4, batch.keyNumber());
            update.setLong(5, batch.number());
            update.executeUpdate();
        }
    }

    void moveOn(Connection connection, SignedBatch last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE signed_chain
                SET last_number = ?, last_hash = ?, changed_at = ?
                WHERE terminal_id = ? AND key_number = ?""")) {
            update.setLong(1, last.number());
            update.setBytes(2, last.hash());
            update.setObject(3, Sql.time(last.receivedAt()));
            update.setBytes(4, UuidBytes.of(last.terminalId()));
            update.setInt(5, last.keyNumber());
            update.executeUpdate();
        }
    }

    /** The chains of a till, the newest first, with what is missing in each. */
    List<SignedChain> chains(Connection connection, UUID terminalId) throws SQLException {
        List<SignedChain> chains = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT key_number, last_number, last_hash
                FROM signed_chain
                WHERE terminal_id = ?
                ORDER BY key_number DESC""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int key = row.getInt("key_number");
                    chains.add(new SignedChain(
                            terminalId, key, row.getLong("last_number"), row.getBytes("last_hash"),
                            gaps(connection, terminalId, key), closedGaps(connection, terminalId, key)));
                }
            }
        }
        return chains;
    }

    /** What is waited for. */
    List<SignedGap> gaps(Connection connection, UUID terminalId, int keyNumber) throws SQLException {
        return gaps(connection, terminalId, keyNumber, "closed_at IS NULL");
    }

    private static List<SignedGap> closedGaps(Connection connection, UUID terminalId, int keyNumber) throws SQLException {
        return gaps(connection, terminalId, keyNumber, "closed_at IS NOT NULL");
    }

    private static List<SignedGap> gaps(Connection connection, UUID terminalId, int keyNumber, String which)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                GAP + "WHERE terminal_id = ? AND key_number = ? AND " + which + "\nORDER BY first_number\nLIMIT 1000")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            return readGaps(select);
        }
    }

    private static List<SignedGap> readGaps(PreparedStatement select) throws SQLException {
        List<SignedGap> gaps = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                gaps.add(new SignedGap(
                        row.getLong("first_number"), row.getLong("last_number"), Sql.instant(row, "noticed_at"), closing(row)));
            }
        }
        return gaps;
    }

    private static Optional<SignedGap.Closing> closing(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "closed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new SignedGap.Closing(
                        at, GapReason.of(row.getString("closed_reason")), row.getString("explanation")));
    }

    /** The gap that begins with the number. */
    Optional<SignedGap> gapFrom(Connection connection, UUID terminalId, int keyNumber, long first) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                GAP + "WHERE terminal_id = ? AND key_number = ? AND first_number = ?")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            select.setLong(3, first);
            return readGaps(select).stream().findFirst();
        }
    }

    void closeGap(Connection connection, UUID terminalId, int keyNumber, long first, SignedGap.Closing closing)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE signed_gap
                SET closed_at = ?, closed_reason = ?, explanation = ?
                WHERE terminal_id = ? AND key_number = ? AND first_number = ?""")) {
            update.setObject(1, Sql.time(closing.at()));
            update.setString(2, closing.reason().value());
            update.setString(3, closing.explanation());
            update.setBytes(4, UuidBytes.of(terminalId));
            update.setInt(5, keyNumber);
            update.setLong(6, first);
            update.executeUpdate();
        }
    }

    void addGap(Connection connection, UUID terminalId, int keyNumber, SignedGap gap) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO signed_gap (
                  terminal_id, key_number, first_number, last_number, noticed_at, closed_at, closed_reason, explanation)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(terminalId));
            insert.setInt(2, keyNumber);
            insert.setLong(3, gap.first());
            insert.setLong(4, gap.last());
            insert.setObject(5, Sql.time(gap.noticedAt()));
            insert.setObject(6, gap.closing().map(closing -> Sql.time(closing.at())).orElse(null));
            insert.setString(7, gap.closing().map(closing -> closing.reason().value()).orElse(null));
            insert.setString(8, gap.closing().map(SignedGap.Closing::explanation).orElse(null));
            insert.executeUpdate();
        }
    }

    /** Takes a number that has come out of the gap it was in. */
    void fill(Connection connection, UUID terminalId, int keyNumber, long number) throws SQLException {
        SignedGap gap = gapAround(connection, terminalId, keyNumber, number);
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM signed_gap WHERE terminal_id = ? AND key_number = ? AND first_number = ?")) {
            delete.setBytes(1, UuidBytes.of(terminalId));
            delete.setInt(2, keyNumber);
            delete.setLong(3, gap.first());
            delete.executeUpdate();
        }
        if (gap.first() < number) {
            addGap(connection, terminalId, keyNumber, gap.part(gap.first(), number - 1));
        }
        if (number < gap.last()) {
            addGap(connection, terminalId, keyNumber, gap.part(number + 1, gap.last()));
        }
    }

    private static SignedGap gapAround(Connection connection, UUID terminalId, int keyNumber, long number)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GAP + """
                WHERE terminal_id = ? AND key_number = ? AND first_number <= ?
                ORDER BY first_number DESC
                LIMIT 1""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            select.setInt(2, keyNumber);
            select.setLong(3, number);
            return readGaps(select).stream()
                    .filter(gap -> gap.last() >= number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("batch " + number + " is in no gap"));
        }
    }
}
