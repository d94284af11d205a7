package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Passwords;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Numbers by which members prove at a till that it is them. */
@Singleton
class MemberPins {

    private static final String SIX_DIGITS = "[0-9]{6}";
    private static final String UPWARDS = "01234567890";

    private final Passwords passwords;
    private final CredentialChanges changes;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;

    MemberPins(
            Passwords passwords,
            CredentialChanges changes,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock) {
        this.passwords = passwords;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Problem {@code validation_failed} for a number that is not six digits, or the first anybody would try */
    String hashOf(String pin) {
        if (!pin.matches(SIX_DIGITS)) {
            throw Problem.invalid("/pin", "pin_form");
        }
        boolean same = pin.chars().distinct().count() == 1;
        if (same || UPWARDS.contains(pin) || UPWARDS.contains(new StringBuilder(pin).reverse())) {
            throw Problem.invalid("/pin", "pin_too_easy");
        }
        return passwords.hash(pin);
    }

    void put(UUID memberId, String hash) {
        transactions.write(connection -> {
            if (hash(connection, memberId).isPresent()) {
                changes.note(connection, memberId);
            }
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO member_pin (member_id, pin_hash, changed_at)
                    VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE pin_hash = VALUES(pin_hash), changed_at = VALUES(changed_at)""")) {
                upsert.setBytes(1, UuidBytes.of(memberId));
                upsert.setString(2, hash);
                upsert.setObject(3, Sql.time(clock.now()));
                upsert.executeUpdate();
            }
            audit.record(new Caller.SignedInMember(memberId), "member.pin_changed", "member", memberId);
            return null;
        });
    }

    boolean isSet(UUID memberId) {
        return transactions.read(connection -> hash(connection, memberId)).isPresent();
    }

    /** Whether it is the member's PIN; takes its time, so outside every transaction. */
    boolean verify(UUID memberId, String pin) {
        return passwords.verify(pin, transactions.read(connection -> hash(connection, memberId)));
    }

    private static Optional<String> hash(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT pin_hash FROM member_pin WHERE member_id = ?")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString("pin_hash")) : Optional.empty();
            }
        }
    }
}
