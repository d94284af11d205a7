package id.setia.access;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of second factors: one secret in force and one that waits for its first code, both sealed. */
@Singleton
class SecondFactorRows {

    private static final String TABLE = "staff_second_factor";

    private final Vault vault;

    SecondFactorRows(Vault vault) {
        this.vault = vault;
    }

    /**
     * Secrets of somebody.
     *
     * @param secret the one in force
     * @param candidate the one whose first code is awaited
     */
    record Secrets(Optional<byte[]> secret, Optional<byte[]> candidate) {

        static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty());
    }

    Secrets find(Connection connection, UUID staffId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT sealed_secret, sealed_candidate
                FROM staff_second_factor
                WHERE staff_id = ?""")) {
            select.setBytes(1, UuidBytes.of(staffId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Secrets(
                                open(row.getBytes("sealed_secret"), staffId, "sealed_secret"),
                                open(row.getBytes("sealed_candidate"), staffId, "sealed_candidate"))
                        : Secrets.NONE;
            }
        }
    }

    private Optional<byte[]> open(byte[] sealed, UUID staffId, String column) {
        return Optional.ofNullable(sealed).map(found -> vault.open(found, TABLE, staffId.toString(), column));
    }

    void propose(Connection connection, UUID staffId, byte[] candidate) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO staff_second_factor (staff_id, last_step, sealed_candidate)
                VALUES (?, 0, ?)
                ON DUPLICATE KEY UPDATE sealed_candidate = VALUES(sealed_candidate)""")) {
            upsert.setBytes(1, UuidBytes.of(staffId));
            upsert.setBytes(2, vault.seal(candidate, TABLE, staffId.toString(), "sealed_candidate"));
            upsert.executeUpdate();
        }
    }

    /** Puts the secret in force, its codes accepted after the step given. */
    void adopt(Connection connection, UUID staffId, byte[] secret, long step, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE staff_second_factor
                SET sealed_secret = ?, confirmed_at = ?, last_step = ?, sealed_candidate = NULL
                WHERE staff_id = ?""")) {
            update.setBytes(1, vault.seal(secret, TABLE, staffId.toString(), "sealed_secret"));
            update.setObject(2, Sql.time(now));
            update.setLong(3, step);
            update.setBytes(4, UuidBytes.of(staffId));
            update.executeUpdate();
        }
    }

    /** Accepts a step once, and none before it. */
    boolean pass(Connection connection, UUID staffId, long step) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE staff_second_factor SET last_step = ? WHERE staff_id = ? AND last_step < ?")) {
            update.setLong(1, step);
            update.setBytes(2, UuidBytes.of(staffId));
            update.setLong(3, step);
            return update.executeUpdate() == 1;
        }
    }

    /** False where there was none in force. */
    boolean delete(Connection connection, UUID staffId) throws SQLException {
        boolean inForce = find(connection, staffId).secret().isPresent();
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM staff_second_factor WHERE staff_id = ?")) {
            delete.setBytes(1, UuidBytes.of(staffId));
            delete.executeUpdate();
        }
        return inForce;
    }
}
