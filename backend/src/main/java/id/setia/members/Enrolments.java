package id.setia.members;

import id.setia.access.Passwords;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Joining: details first, then a code by mail or to the phone, then membership. Whether a contact belongs to a member
 * already is told to nobody but its owner: the answers are the same. An e-mail address that does gets a mail that says so;
 * a phone gets its code, and who has the code decides whether the number is freed for a new account.
 */
@Singleton
class Enrolments {

    private static final String CHANNEL = "web";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SWEPT_AT_ONCE = 1_000;

    private final EnrolmentChecks checks;
    private final EnrolmentRows rows;
    private final Joining joining;
    private final Referrals referrals;
    private final ContactCodes codes;
    private final NumberReleases releases;
    private final ContactChanges changes;
    private final Documents documents;
    private final UnclaimedMembers unclaimed;
    private final Passwords passwords;
    private final Transactions transactions;
    private final SystemClock clock;
    private final BusinessClock businessClock;
    private final IdMaker ids;

    Enrolments(
            EnrolmentChecks checks,
            EnrolmentRows rows,
            Joining joining,
            Referrals referrals,
            ContactCodes codes,
            NumberReleases releases,
            ContactChanges changes,
            Documents documents,
            UnclaimedMembers unclaimed,
            Passwords passwords,
            Transactions transactions,
            SystemClock clock,
            BusinessClock businessClock,
            IdMaker ids) {
        this.checks = checks;
        this.rows = rows;
        this.joining = joining;
        this.referrals = referrals;
        this.codes = codes;
        this.releases = releases;
        this.changes = changes;
        this.documents = documents;
        this.unclaimed = unclaimed;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
        this.ids = ids;
    }

    /** An enrolment and the code that it waits for. */
    record Waiting(UUID enrolmentId, SentCode code) {}

    /** Takes down who wants to join, and sends a code. */
    Waiting start(EnrolMemberRequest request) {
        EnrolmentChecks.Contacts contacts = checks.check(request);
        String passwordHash = passwords.hash(request.password());
        UUID id = ids.next();
        return transactions.write(connection -> {
            SentCode code = sendCode(connection, contacts.first(), request.language());
            rows.insert(
                    connection,
                    new Enrolment(
                            id,
                            contacts.email(),
                            contacts.phone(),
                            PersonName.normal(request.name()),
                            Optional.ofNullable(request.birthDate()),
                            request.language(),
                            passwordHash,
                            documents.versionInForce(DocumentKind.TERMS),
                            request.consents(),
                            code.id(),
                            Optional.empty(),
                            clock.now(),
                            Optional.ofNullable(request.referralCode())
                                    .map(Referrals::normal)
                                    .filter(text -> !text.isEmpty())));
            return new Waiting(id, code);
        });
    }

    /** Sends another code; the one before no longer works. */
    Waiting sendCode(UUID id) {
        return transactions.write(connection -> {
            Enrolment enrolment = lock(connection, id);
            SentCode code = sendCode(connection, enrolment.contact(), enrolment.language());
            rows.renewCode(connection, id, code.id());
            return new Waiting(id, code);
        });
    }

    private SentCode sendCode(Connection connection, Contact contact, String language) throws SQLException {
        boolean proves = switch (contact) {
            case Contact.Email email -> ContactRows.holder(connection, email).isEmpty();
            case Contact.Phone phone -> true;
        };
        return proves
                ? codes.send(CodePurpose.JOIN, Optional.empty(), contact, language)
                : codes.sendNone(CodePurpose.JOIN, contact, language);
    }

    /**
     * Makes a member of who has the code.
     *
     * @param release whether a number that belongs to a member is to be freed from them
     * @throws Problem {@code code_invalid}; {@code code_expired} after ten minutes, five wrong codes, or once it was used;
     *     {@code contact_taken} for a number that belongs to a member and is not to be freed
     */
    UUID confirm(UUID id, String code, boolean release) {
        Enrolment enrolment = transactions.read(connection -> lock(connection, id));
        UUID newId = ids.next();
        UUID memberId = codes.prove(
                CodePurpose.JOIN,
                enrolment.codeId(),
                code,
                proven -> transactions.write(connection -> join(connection, enrolment, newId, release)));
        enrolment.furtherContact().ifPresent(contact -> offer(memberId, contact, enrolment.language()));
        return memberId;
    }

    /** They are a member by now; a contact that got too many codes today is one they add another day. */
    private void offer(UUID memberId, Contact contact, String language) {
        try {
            changes.offer(memberId, contact, language);
        } catch (Problem refusal) {
            if (refusal.code() != ProblemCode.TOO_MANY_ATTEMPTS) {
                throw refusal;
            }
        }
    }

    private UUID join(Connection connection, Enrolment enrolment, UUID newId, boolean release) throws SQLException {
        if (lock(connection, enrolment.id()).memberId().isPresent()) {
            throw Problem.of(ProblemCode.CODE_EXPIRED);
        }
        Optional<UUID> waiting = unclaimed.behind(connection, enrolment.contact());
        UUID memberId = waiting.orElse(newId);
        NewMember member = newMember(enrolment, memberId);
        if (waiting.isPresent()) {
            joining.claim(connection, member, new Contact.Phone(enrolment.phone().orElseThrow()));
        } else if (!joining.join(connection, member)) {
            enter(connection, enrolment.contact(), member, release);
        }
        if (waiting.isEmpty() && enrolment.referralCode().isPresent()) {
            referrals.joined(connection, memberId, enrolment.referralCode().get(), member.joinedAt());
        }
        rows.confirmed(connection, enrolment.id(), memberId);
        return memberId;
    }

    private void enter(Connection connection, Contact taken, NewMember member, boolean release) throws SQLException {
        switch (taken) {
            case Contact.Email email -> throw Problem.of(ProblemCode.CODE_EXPIRED);
            case Contact.Phone phone -> {
                if (!release) {
                    throw Problem.of(ProblemCode.CONTACT_TAKEN);
                }
                releases.release(connection, phone);
                if (!joining.join(connection, member)) {
                    throw Problem.of(ProblemCode.CONCURRENT_REQUEST);
                }
            }
        }
    }

    private NewMember newMember(Enrolment enrolment, UUID memberId) {
        return new NewMember(
                memberId,
                enrolment.phone().isPresent() ? Optional.empty() : enrolment.email(),
                enrolment.phone(),
                enrolment.name(),
                enrolment.birthDate(),
                enrolment.language(),
                Optional.of(enrolment.passwordHash()),
                enrolment.consents(),
                CHANNEL,
                enrolment.termsVersion(),
                businessClock.now());
    }

    private Enrolment lock(Connection connection, UUID id) throws SQLException {
        return rows.lock(connection, id).orElseThrow(() -> Problem.of(ProblemCode.ENROLMENT_NOT_FOUND));
    }

    /** Forgets who did not finish, and the details of those who did. */
    @Scheduled(fixedDelay = "1h", initialDelay = "7m")
    void sweep() {
        int deleted;
        do {
            deleted = transactions.write(
                    connection -> rows.deleteBefore(connection, clock.now().minus(KEPT), SWEPT_AT_ONCE));
        } while (deleted == SWEPT_AT_ONCE);
    }
}
