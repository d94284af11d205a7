package id.setia.access;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to passwords of staff: changed by themselves, or by a link mailed to whoever forgot theirs. */
@Singleton
class StaffPasswords {

    private final Transactions transactions;
    private final IdMaker ids;
    private final StaffAccounts staff;
    private final StaffLinks links;
    private final StaffMail mail;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Sessions sessions;
    private final AuditTrail audit;

    StaffPasswords(
            Transactions transactions,
            IdMaker ids,
            StaffAccounts staff,
            StaffLinks links,
            StaffMail mail,
            Passwords passwords,
            PasswordPolicy policy,
            Sessions sessions,
            AuditTrail audit) {
        this.transactions = transactions;
        this.ids = ids;
        this.staff = staff;
        this.links = links;
        this.mail = mail;
        this.passwords = passwords;
        this.policy = policy;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Mails a link to whoever has the e-mail address; for an address that nobody has, the same work without the mail. */
    void forgotten(String email) {
        transactions.write(connection -> {
            Optional<StaffAccount> account =
                    StaffRows.findByEmail(connection, email).filter(StaffAccount::active);
            String link = links.make(StaffLinkKind.PASSWORD, account.map(StaffAccount::id).orElseGet(ids::next));
            account.ifPresent(found -> {
                mail.renewPassword(found.addressee(), link);
                audit.record(new Caller.Stranger(), "staff.password_link_asked", "staff", found.id());
            });
            return null;
        });
    }

    /**
     * Mails a link to somebody because an administrator wants it.
     *
     * @throws Problem {@code staff_not_found} or {@code staff_not_active}
     */
    void mailLink(Caller by, UUID staffId) {
        transactions.write(connection -> {
            StaffAccount account = StaffRows.find(connection, staffId)
                    .orElseThrow(() -> Problem.of(ProblemCode.STAFF_NOT_FOUND));
            if (!account.active()) {
                throw Problem.of(ProblemCode.STAFF_NOT_ACTIVE);
            }
            mail.renewPassword(account.addressee(), links.make(StaffLinkKind.PASSWORD, staffId));
            audit.record(by, "staff.password_link_sent", "staff", staffId);
            return null;
        });
    }

    /**
     * Takes a new password by a mailed link; every session ends.
     *
     * @throws Problem {@code link_invalid}, or {@code validation_failed} for a password that may not be chosen
     */
    void renew(String token, String password) {
        StaffAccount account = links.find(StaffLinkKind.PASSWORD, token)
                .flatMap(staff::find)
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
        refuseUnfit("/password", password, account);
        String passwordHash = passwords.hash(password);
        transactions.write(connection -> {
            if (!links.use(StaffLinkKind.PASSWORD, token)) {
                throw Problem.of(ProblemCode.LINK_INVALID);
            }
            set(new Caller.Stranger(), account.id(), passwordHash);
            return null;
        });
    }

    /**
     * Changes one's own password; every session ends, so that the browser at hand needs a new one.
     *
     * @throws Problem {@code validation_failed} for a wrong current password or a new one that may not be chosen
     */
    void change(Caller by, StaffAccount account, String current, String password) {
        if (staff.verify(account.email(), current).isEmpty()) {
            throw Problem.invalid("/currentPassword", "password_wrong");
        }
        refuseUnfit("/newPassword", password, account);
        String passwordHash = passwords.hash(password);
        transactions.write(connection -> {
            set(by, account.id(), passwordHash);
            return null;
        });
    }

    private void refuseUnfit(String pointer, String password, StaffAccount account) {
        policy.objection(pointer, password, account.email()).ifPresent(objection -> {
            throw Problem.invalid(List.of(objection));
        });
    }

    private void set(Caller by, UUID staffId, String passwordHash) {
        transactions.write(connection -> {
            StaffRows.setPassword(connection, staffId, passwordHash);
            links.end(staffId);
            sessions.end(SessionKind.STAFF, staffId);
            audit.record(by, "staff.password_changed", "staff", staffId);
            return null;
        });
    }
}
