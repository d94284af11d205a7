package id.setia.access;

import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door by which people come to the staff: an administrator invites them, and they choose a password. */
@Singleton
class StaffInvitations {

    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;
    private final StaffLinks links;
    private final StaffMail mail;
    private final KnownStores stores;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final AuditTrail audit;

    StaffInvitations(
            Transactions transactions,
            SystemClock clock,
            IdMaker ids,
            StaffLinks links,
            StaffMail mail,
            KnownStores stores,
            Passwords passwords,
            PasswordPolicy policy,
            AuditTrail audit) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.links = links;
        this.mail = mail;
        this.stores = stores;
        this.passwords = passwords;
        this.policy = policy;
        this.audit = audit;
    }

    /**
     * Makes an account that waits for its owner, and mails them a link.
     *
     * @throws Problem {@code validation_failed}, with {@code email_taken} when there is an account with the e-mail
     */
    StaffAccount invite(Caller by, InviteStaffRequest request) {
        StaffWork work = request.work();
        Optional<EmailAddress> email = EmailAddress.parse(request.email());
        List<FieldError> objections = new ArrayList<>(work.objections(stores));
        if (email.isEmpty()) {
            objections.add(new FieldError("/email", "email_malformed", List.of()));
        }
        if (!objections.isEmpty()) {
            throw Problem.invalid(objections);
        }
        StaffAccount invited = new StaffAccount(
                ids.next(), email.orElseThrow().value(), request.name().strip(), work.roles(), work.stores(), request.language(),
                StaffState.INVITED, false, clock.now(), Optional.empty(), Optional.empty(), 1);
        return transactions.write(connection -> {
            if (!StaffRows.insert(connection, invited, Optional.empty())) {
                throw Problem.invalid("/email", "email_taken");
            }
            mail.invite(invited.addressee(), links.make(StaffLinkKind.INVITATION, invited.id()));
            audit.record(
                    by, "staff.invited", "staff", invited.id(), "roles", Role.join(work.roles()), "stores", work.storesText());
            return StaffRows.find(connection, invited.id()).orElseThrow();
        });
    }

    /**
     * Mails a new link; the one before no longer works.
     *
     * @throws Problem {@code staff_not_found}, {@code invitation_accepted} or {@code staff_not_active}
     */
    StaffAccount sendAgain(Caller by, UUID staffId) {
        return transactions.write(connection -> {
            StaffAccount account = StaffRows.lock(connection, staffId)
                    .orElseThrow(() -> Problem.of(ProblemCode.STAFF_NOT_FOUND));
            switch (account.state()) {
                case ACTIVE -> throw Problem.of(ProblemCode.INVITATION_ACCEPTED);
                case DISABLED -> throw Problem.of(ProblemCode.STAFF_NOT_ACTIVE);
                case INVITED -> mail.invite(account.addressee(), links.make(StaffLinkKind.INVITATION, staffId));
            }
            audit.record(by, "staff.invited_again", "staff", staffId);
            return StaffRows.find(connection, staffId).orElseThrow();
        });
    }

    /**
     * Whom an invitation is for.
     *
     * @throws Problem {@code link_invalid} when it is unknown, was used or has lapsed
     */
    StaffAccount read(String token) {
        return links.find(StaffLinkKind.INVITATION, token)
                .flatMap(id -> transactions.read(connection -> StaffRows.find(connection, id)))
                .filter(account -> account.state() == StaffState.INVITED)
                .orElseThrow(() -> Problem.of(ProblemCode.LINK_INVALID));
    }

    /**
     * Takes the invitation up with a password, and a name where it should be another.
     *
     * @throws Problem {@code link_invalid}, or {@code validation_failed} for a password that may not be chosen
     */
    UUID accept(String token, Optional<String> name, String password) {
        StaffAccount invited = read(token);
        policy.objection("/password", password, invited.email()).ifPresent(objection -> {
            throw Problem.invalid(List.of(objection));
        });
        String passwordHash = passwords.hash(password);
        return transactions.write(connection -> {
            StaffAccount account = StaffRows.lock(connection, invited.id()).orElseThrow();
            if (account.state() != StaffState.INVITED || !links.use(StaffLinkKind.INVITATION, token)) {
                throw Problem.of(ProblemCode.LINK_INVALID);
            }
            StaffRows.change(
                    connection, account.id(), name.orElse(account.name()), account.language(), account.roles(), account.stores());
            StaffRows.setPassword(connection, account.id(), passwordHash);
            StaffRows.setState(connection, account.id(), StaffState.ACTIVE);
            audit.record(new Caller.SignedInStaff(account.id(), account.roles()), "staff.joined", "staff", account.id());
            return account.id();
        });
    }
}
