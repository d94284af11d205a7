package id.setia.access;

import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Codes for whoever has lost their authenticator: ten of fifty random bits, each good once, kept as keyed hashes. */
@Singleton
class RecoveryCodes {

    private static final int CODES = 10;
    private static final int LENGTH = 10;
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Vault vault;

    RecoveryCodes(Vault vault) {
        this.vault = vault;
    }

    /** New codes, shown only now; those before no longer work. */
    List<String> renew(Connection connection, UUID staffId) throws SQLException {
        delete(connection, staffId);
        List<String> codes = IntStream.range(0, CODES).mapToObj(number -> make()).toList();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO staff_recovery_code (staff_id, code_hash) VALUES (?, ?)")) {
            for (String code : codes) {
                insert.setBytes(1, UuidBytes.of(staffId));
                insert.setBytes(2, hash(staffId, code));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return codes.stream().map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2)).toList();
    }

    private static String make() {
        StringBuilder code = new StringBuilder();
        for (byte random : Hashes.random(LENGTH)) {
            code.append(DIGITS.charAt(random & 31));
        }
        return code.toString();
    }

    /** Uses a code up; false when it is none. */
    boolean use(Connection connection, UUID staffId, String code) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM staff_recovery_code WHERE staff_id = ? AND code_hash = ?")) {
            delete.setBytes(1, UuidBytes.of(staffId));
            delete.setBytes(2, hash(staffId, code));
            return delete.executeUpdate() == 1;
        }
    }

    int left(Connection connection, UUID staffId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM staff_recovery_code WHERE staff_id = ?")) {
            select.setBytes(1, UuidBytes.of(staffId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    void delete(Connection connection, UUID staffId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM staff_recovery_code WHERE staff_id = ?")) {
            delete.setBytes(1, UuidBytes.of(staffId));
            delete.executeUpdate();
        }
    }

    private byte[] hash(UUID staffId, String code) {
        return vault.fingerprint("recovery_code", staffId + "/" + code);
    }
}
