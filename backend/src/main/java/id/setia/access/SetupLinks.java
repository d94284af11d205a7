package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.EnumSet;
import java.util.UUID;

/**
 * The link by which the first administrator makes their account: shown on the console at the first start, good once. Its
 * secret stands behind the {@code #}, where no server and no log sees it.
 */
@Singleton
public class SetupLinks {

    private final Transactions transactions;
    private final SystemClock clock;
    private final StaffAccounts staff;
    private final Deployment deployment;

    SetupLinks(Transactions transactions, SystemClock clock, StaffAccounts staff, Deployment deployment) {
        this.transactions = transactions;
        this.clock = clock;
        this.staff = staff;
        this.deployment = deployment;
    }

    /** A new link; those made before and not used no longer work. */
    public String create() {
        String token = Hashes.randomToken();
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM setup_link WHERE used_at IS NULL");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO setup_link (token_hash, created_at, used_at) VALUES (?, ?, NULL)")) {
                delete.executeUpdate();
                insert.setBytes(1, Hashes.sha256(token));
                insert.setObject(2, Sql.time(clock.now()));
                return insert.executeUpdate();
            }
        });
        return deployment.publicUrl() + "/staff/setup#" + token;
    }

    /**
     * Makes the administrator's account.
     *
     * @throws Problem {@code setup_already_done} when the link is unknown or was used
     */
    UUID use(String token, String email, String name, String password) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE setup_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL")) {
                update.setObject(1, Sql.time(clock.now()));
                update.setBytes(2, Hashes.sha256(token));
                if (update.executeUpdate() == 0) {
                    throw Problem.of(ProblemCode.SETUP_ALREADY_DONE);
                }
            }
            return staff.create(new Caller.Stranger(), email, name, password, EnumSet.of(Role.ADMINISTRATOR));
        });
    }
}
