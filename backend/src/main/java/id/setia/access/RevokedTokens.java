package id.setia.access;

import id.setia.kernel.Epochs;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Tokens that were taken back before their time was over; every node knows them within two seconds. */
@Singleton
class RevokedTokens {

    private static final String EPOCH = "revoked_tokens";

    private final Transactions transactions;
    private final SystemClock clock;
    private final Epochs epochs;
    private final KeptInMemory<Set<String>> memory;

    RevokedTokens(Transactions transactions, SystemClock clock, Epochs epochs) {
        this.transactions = transactions;
        this.clock = clock;
        this.epochs = epochs;
        this.memory = new KeptInMemory<>(EPOCH, epochs, transactions, clock, this::read);
    }

    private Set<String> read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT token_id FROM revoked_token WHERE expires_at > ?")) {
            select.setObject(1, Sql.time(clock.now()));
            Set<String> found = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString("token_id"));
                }
            }
            return found;
        }
    }

    boolean contains(String tokenId, Instant now) {
        return memory.get(now).contains(tokenId);
    }

    /** Taking a token back again changes nothing. */
    void add(String tokenId, Instant expiresAt) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO revoked_token (token_id, expires_at)
                    VALUES (?, ?)
                    ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)""")) {
                upsert.setString(1, tokenId);
                upsert.setObject(2, Sql.time(expiresAt));
                upsert.executeUpdate();
            }
            epochs.advance(EPOCH);
            return null;
        });
        memory.refresh();
    }
}
