package id.setia.access;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door to members of staff: who they are, their roles and passwords. */
@Singleton
public class StaffAccounts {

    private static final String LANGUAGE = "id";

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

    private record Credentials(UUID id, Optional<String> passwordHash, boolean active) {}

    /**
     * Creates an account that may sign in at once.
     *
     * @throws Problem {@code validation_failed} with {@code email_taken} when there is one with the e-mail
     */
    public UUID create(Caller by, String email, String name, String password, Set<Role> roles) {
        return create(by, email, name, password, roles, Set.of());
    }

    /** Creates an account that may sign in at once, of a store manager with their stores. */
    public UUID create(Caller by, String email, String name, String password, Set<Role> roles, Set<UUID> stores) {
        StaffAccount account = new StaffAccount(
                ids.next(), email, name, roles, stores, LANGUAGE, StaffState.ACTIVE, false, clock.now(), Optional.empty(),
                Optional.empty(), 1);
        String passwordHash = passwords.hash(password);
        boolean created = transactions.write(connection -> {
            if (!StaffRows.insert(connection, account, Optional.of(passwordHash))) {
                return false;
            }
            audit.record(by, "staff.created", "staff", account.id(), "roles", Role.join(roles));
            return true;
        });
        if (!created) {
            throw Problem.invalid("/email", "email_taken");
        }
        return account.id();
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
                select.setBytes(1, StaffRows.stored(email));
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Credentials(
                                    Sql.id(row, "id"),
                                    Optional.ofNullable(row.getString("password_hash")),
                                    StaffState.of(row.getString("state")) == StaffState.ACTIVE))
                            : Optional.empty();
                }
            }
        });
        boolean good = passwords.verify(password, found.flatMap(Credentials::passwordHash));
        return found.filter(credentials -> good && credentials.active()).map(Credentials::id);
    }

    /** The active member of staff with the id. */
    public Optional<StaffAccount> find(UUID id) {
        return transactions.read(connection -> StaffRows.find(connection, id)).filter(StaffAccount::active);
    }

    /** Whom to write to when the programme needs somebody's attention: everybody who may sign in as an administrator. */
    public List<StaffMail.Addressee> administrators() {
        return transactions.read(StaffRows::administrators).stream()
                .map(account -> new StaffMail.Addressee(account.email(), account.name(), account.language()))
                .toList();
    }

    void noteSignIn(UUID id) {
        transactions.write(connection -> {
            StaffRows.signedIn(connection, id, clock.now());
            return null;
        });
    }
}
