package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.PasswordPolicy;
import id.setia.access.Passwords;
import id.setia.access.SessionKind;
import id.setia.access.Sessions;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Gives members a new password: it ends every session, and their contacts are told. */
@Singleton
class PasswordChanges {

    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Sessions sessions;
    private final CodeMessages messages;
    private final CredentialChanges changes;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;

    PasswordChanges(
            PasswordPolicy policy,
            Passwords passwords,
            Sessions sessions,
            CodeMessages messages,
            CredentialChanges changes,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock) {
        this.policy = policy;
        this.passwords = passwords;
        this.sessions = sessions;
        this.messages = messages;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Problem {@code validation_failed} at {@code /newPassword} for one that may not be chosen */
    String hashOf(String newPassword) {
        policy.objection("/newPassword", newPassword, "").ifPresent(objection -> {
            throw Problem.invalid(List.of(objection));
        });
        return passwords.hash(newPassword);
    }

    void put(UUID memberId, String hash) {
        transactions.write(connection -> {
            MemberRows.Row member = MemberRows.select(connection, List.of(memberId)).get(memberId);
            update(connection, memberId, hash);
            if (member.passwordHash().isPresent()) {
                changes.note(connection, memberId);
            }
            sessions.end(SessionKind.MEMBER, memberId);
            for (ContactRows.Row contact : ContactRows.of(connection, memberId)) {
                messages.notice(memberId, contact.contact(), "password.changed", member.language(), "");
            }
            audit.record(new Caller.SignedInMember(memberId), "member.password_changed", "member", memberId);
            return null;
        });
    }

    private void update(Connection connection, UUID memberId, String hash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE member SET password_hash = ?, version = version + 1, changed_at = ? WHERE id = ?")) {
            update.setString(1, hash);
            update.setObject(2, Sql.time(clock.now()));
            update.setBytes(3, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }
}
