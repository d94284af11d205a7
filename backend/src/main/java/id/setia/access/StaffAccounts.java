package id.setia.access;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door to members of staff: who they are, their roles and passwords. */
@Singleton
public class StaffAccounts {

    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;
    private final Passwords passwords;
    private final AuditTrail audit;

    StaffAccounts(
            Transactions transactions, SystemClock clock, IdMaker ids, Passwords passwords, AuditTrail audit) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.passwords = passwords;
        this.audit = audit;
    }

    private record Credentials(UUID id, String passwordHash, boolean active) {}

    /**
     * Creates an account that may sign in at once.
     *
     * @throws Problem {@code validation_failed} with {@code email_taken} when there is one with the e-mail
     */
    public UUID create(Caller by, String email, String name, String password, Set<Role> roles) {
        UUID id = ids.next();
        String passwordHash = passwords.hash(password);
        boolean created = transactions.write(connection -> {
            if (!insert(connection, id, email, name, passwordHash, roles)) {
                return false;
            }
            audit.record(by, "staff.created", "staff", id, "roles", Role.join(roles));
            return true;
        });
        if (!created) {
            throw Problem.invalid("/email", "email_taken");
        }
        return id;
    }

    private boolean insert(
            Connection connection, UUID id, String email, String name, String passwordHash, Set<Role> roles)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO staff (id, email, name, password_hash, roles, state, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setBytes(1, UuidBytes.of(id));
            insert.setBytes(2, stored(email));
            insert.setString(3, name);
            insert.setString(4, passwordHash);
            insert.setString(5, Role.join(roles));
            insert.setString(6, StaffState.ACTIVE.value());
            insert.setObject(7, Sql.time(clock.now()));
            insert.executeUpdate();
            return true;
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    /** Whether there is any account yet. */
    public boolean any() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM staff LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    /** The active member of staff with the e-mail and password; takes the same time whether there is one. */
    Optional<UUID> verify(String email, String password) {
        Optional<Credentials> found = transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, password_hash, state FROM staff WHERE email = ?")) {
                select.setBytes(1, stored(email));
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Credentials(
                                    Sql.id(row, "id"),
                                    row.getString("password_hash"),
                                    StaffState.ACTIVE.value().equals(row.getString("state"))))
                            : Optional.empty();
                }
            }
        });
        boolean good = passwords.verify(password, found.map(Credentials::passwordHash));
        return found.filter(credentials -> good && credentials.active()).map(Credentials::id);
    }

    /** The active member of staff with the id. */
    public Optional<StaffAccount> find(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT email, name, roles FROM staff WHERE id = ? AND state = ?")) {
                select.setBytes(1, UuidBytes.of(id));
                select.setString(2, StaffState.ACTIVE.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StaffAccount(
                                    id,
                                    new String(row.getBytes("email"), StandardCharsets.UTF_8),
                                    row.getString("name"),
                                    Role.split(row.getString("roles"))))
                            : Optional.empty();
                }
            }
        });
    }

    private static byte[] stored(String email) {
        return EmailAddress.normal(email).getBytes(StandardCharsets.UTF_8);
    }
}
