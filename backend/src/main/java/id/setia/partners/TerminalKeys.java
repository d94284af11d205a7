package id.setia.partners;

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

/** The keys that tills registered when they were paired. A till has at most one in use; those before are kept. */
@Singleton
public class TerminalKeys {

    private final Transactions transactions;

    TerminalKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The key the till signs by now; empty where it registered none. */
    public Optional<TerminalKey> current(UUID terminalId) {
        return all(terminalId).stream().filter(key -> key.retiredAt().isEmpty()).findFirst();
    }

    /** Every key the till ever registered, the newest first; one statement. */
    public List<TerminalKey> all(UUID terminalId) {
        return transactions.glance(connection -> read(connection, terminalId));
    }

    private static List<TerminalKey> read(Connection connection, UUID terminalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT number, public_key, created_at, retired_at
                FROM terminal_key
                WHERE terminal_id = ?
                ORDER BY number DESC""")) {
            select.setBytes(1, UuidBytes.of(terminalId));
            List<TerminalKey> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new TerminalKey(
                            terminalId,
                            row.getInt("number"),
                            row.getBytes("public_key"),
                            Sql.instant(row, "created_at"),
                            Optional.ofNullable(Sql.instant(row, "retired_at"))));
                }
            }
            return keys;
        }
    }

    /** Registers a key, after the one before was retired; answers its number. The caller holds the till's row. */
    int insert(Connection connection, UUID terminalId, byte[] publicKey, Instant now) throws SQLException {
        int number = read(connection, terminalId).stream().mapToInt(TerminalKey::number).max().orElse(0) + 1;
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO terminal_key (terminal_id, number, public_key, created_at, retired_at)
                VALUES (?, ?, ?, ?, NULL)""")) {
            insert.setBytes(1, UuidBytes.of(terminalId));
            insert.setInt(2, number);
            insert.setBytes(3, publicKey);
            insert.setObject(4, Sql.time(now));
            insert.executeUpdate();
        }
        return number;
    }

    /** Ends the key in use, if there is one. */
    void retire(Connection connection, UUID terminalId, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE terminal_key SET retired_at = ? WHERE terminal_id = ? AND retired_at IS NULL")) {
            update.setObject(1, Sql.time(now));
            update.setBytes(2, UuidBytes.of(terminalId));
            update.executeUpdate();
        }
    }
}
