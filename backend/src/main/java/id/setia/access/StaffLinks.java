package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Links mailed to staff, each good once and for a time. Their secret stands behind the {@code #}, where no server and no log
 * sees it; the database keeps its hash.
 */
@Singleton
class StaffLinks {

    private final Transactions transactions;
    private final SystemClock clock;
    private final Deployment deployment;

    StaffLinks(Transactions transactions, SystemClock clock, Deployment deployment) {
        this.transactions = transactions;
        this.clock = clock;
        this.deployment = deployment;
    }

    /** A new link; the one before no longer works. */
    String make(StaffLinkKind kind, UUID staffId) {
        String token = Hashes.randomToken();
        Instant now = clock.now();
        transactions.write(connection -> {
            delete(connection, kind, staffId);
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO staff_link (token_hash, kind, staff_id, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, Hashes.sha256(token));
                insert.setString(2, kind.value());
                insert.setBytes(3, UuidBytes.of(staffId));
                insert.setObject(4, Sql.time(now));
                insert.setObject(5, Sql.time(now.plus(kind.lifetime())));
                return insert.executeUpdate();
            }
        });
        return deployment.publicUrl() + kind.page() + "#" + token;
    }

    /** Whom the link was made for, while it works. */
    Optional<UUID> find(StaffLinkKind kind, String token) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT staff_id
                    FROM staff_link
                    WHERE token_hash = ? AND kind = ? AND expires_at > ?""")) {
                select.setBytes(1, Hashes.sha256(token));
                select.setString(2, kind.value());
                select.setObject(3, Sql.time(clock.now()));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Sql.id(row, "staff_id")) : Optional.empty();
                }
            }
        });
    }

    /** Uses the link up; false when it no longer works. */
    boolean use(StaffLinkKind kind, String token) {
        return transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("""
                    DELETE FROM staff_link
                    WHERE token_hash = ? AND kind = ? AND expires_at > ?""")) {
                delete.setBytes(1, Hashes.sha256(token));
                delete.setString(2, kind.value());
                delete.setObject(3, Sql.time(clock.now()));
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** No link mailed so far works any longer. */
    void end(UUID staffId) {
        transactions.write(connection -> {
            for (StaffLinkKind kind : StaffLinkKind.values()) {
                delete(connection, kind, staffId);
            }
            return null;
        });
    }

    private static void delete(Connection connection, StaffLinkKind kind, UUID staffId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM staff_link WHERE staff_id = ? AND kind = ?")) {
            delete.setBytes(1, UuidBytes.of(staffId));
            delete.setString(2, kind.value());
            delete.executeUpdate();
        }
    }
}
