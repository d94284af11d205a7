package id.setia.members;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Deployment;
import id.setia.access.EmailAddress;
import id.setia.access.Passwords;
import id.setia.access.Vault;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Joining: details first, then a code by mail, then membership. Whether an address belongs to a member already is told to
 * its owner by mail and to nobody else: the answers are the same.
 */
@Singleton
class Enrolments {

    private static final String CHANNEL = "web";
    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int CODE_BOUND = 1_000_000;
    private static final int SWEPT_AT_ONCE = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EnrolmentChecks checks;
    private final EnrolmentRows rows;
    private final Joining joining;
    private final Documents documents;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Vault vault;
    private final MessageQueue mails;
    private final MessageTexts texts;
    private final Deployment deployment;
    private final Transactions transactions;
    private final SystemClock clock;
    private final BusinessClock businessClock;
    private final IdMaker ids;

    Enrolments(
            EnrolmentChecks checks,
            EnrolmentRows rows,
            Joining joining,
            Documents documents,
            Attempts attempts,
            Passwords passwords,
            Vault vault,
            MessageQueue mails,
            MessageTexts texts,
            Deployment deployment,
            Transactions transactions,
            SystemClock clock,
            BusinessClock businessClock,
            IdMaker ids) {
        this.checks = checks;
        this.rows = rows;
        this.joining = joining;
        this.documents = documents;
        this.attempts = attempts;
        this.passwords = passwords;
        this.vault = vault;
        this.mails = mails;
        this.texts = texts;
        this.deployment = deployment;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
        this.ids = ids;
    }

    private record Confirmation(Optional<UUID> memberId, ProblemCode refusal) {

        static Confirmation joined(UUID memberId) {
            return new Confirmation(Optional.of(memberId), ProblemCode.CODE_EXPIRED);
        }

        static Confirmation refused(ProblemCode refusal) {
            return new Confirmation(Optional.empty(), refusal);
        }
    }

    /** Takes down who wants to join, and sends a code. */
    Enrolment start(EnrolMemberRequest request) {
        EmailAddress email = checks.check(request);
        attempts.take(AttemptKind.CODE_SENT, email.value());
        String passwordHash = passwords.hash(request.password());
        UUID id = ids.next();
        String code = randomCode();
        return transactions.write(connection -> {
            boolean taken = isTaken(connection, email);
            Instant now = clock.now();
            Enrolment enrolment = new Enrolment(
                    id,
                    email,
                    PersonName.normal(request.name()),
                    Optional.ofNullable(request.birthDate()),
                    request.language(),
                    passwordHash,
                    documents.versionInForce(DocumentKind.TERMS),
                    request.consents(),
                    codeHash(id, code, taken),
                    now.plus(CODE_GOOD_FOR),
                    0,
                    Optional.empty(),
                    now);
            rows.insert(connection, enrolment);
            sendMail(enrolment, code, taken);
            return enrolment;
        });
    }

    /** Sends another code; the one before no longer works. */
    Enrolment sendCode(UUID id) {
        Enrolment known = transactions.read(connection -> lock(connection, id));
        attempts.take(AttemptKind.CODE_SENT, known.email().value());
        String code = randomCode();
        return transactions.write(connection -> {
            Enrolment enrolment = lock(connection, id);
            boolean taken = isTaken(connection, enrolment.email());
            rows.renewCode(connection, id, codeHash(id, code, taken), clock.now().plus(CODE_GOOD_FOR));
            sendMail(enrolment, code, taken);
            return lock(connection, id);
        });
    }

    /**
     * Makes a member of who has the code.
     *
     * @throws Problem {@code code_invalid}; {@code code_expired} after ten minutes, five wrong codes, or once it was used
     */
    UUID confirm(UUID id, String code) {
        Confirmation confirmation = transactions.write(connection -> {
            Enrolment enrolment = lock(connection, id);
            if (!enrolment.isOpen(clock.now())) {
                return Confirmation.refused(ProblemCode.CODE_EXPIRED);
            }
            byte[] sent = fingerprint(id, code.replaceAll("\\s", ""));
            if (!MessageDigest.isEqual(enrolment.codeHash().orElse(new byte[0]), sent)) {
                rows.countFailure(connection, id);
                return Confirmation.refused(ProblemCode.CODE_INVALID);
            }
            UUID memberId = ids.next();
            if (!joining.join(connection, newMember(enrolment, memberId))) {
                return Confirmation.refused(ProblemCode.CODE_EXPIRED);
            }
            rows.confirmed(connection, id, memberId);
            return Confirmation.joined(memberId);
        });
        return confirmation.memberId().orElseThrow(() -> Problem.of(confirmation.refusal()));
    }

    private NewMember newMember(Enrolment enrolment, UUID memberId) {
        return new NewMember(
                memberId,
                enrolment.email(),
                Optional.empty(),
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

    private static boolean isTaken(Connection connection, EmailAddress email) throws SQLException {
        return !IdentifierRows.holders(connection, List.of(MemberReference.email(email.value())))
                .isEmpty();
    }

    private static String randomCode() {
        return String.format("%06d", RANDOM.nextInt(CODE_BOUND));
    }

    private Optional<byte[]> codeHash(UUID id, String code, boolean taken) {
        byte[] hash = fingerprint(id, code);
        return taken ? Optional.empty() : Optional.of(hash);
    }

    private byte[] fingerprint(UUID id, String code) {
        return vault.fingerprint("enrolment-code", id + "/" + code);
    }

    private void sendMail(Enrolment enrolment, String code, boolean taken) {
        String kind = taken ? "enrolment.taken" : "enrolment.code";
        String argument = taken ? deployment.publicUrl() + "/sign-in" : code;
        mails.mail(
                Optional.empty(),
                enrolment.email().value(),
                texts.text(enrolment.language(), kind + ".subject", argument),
                texts.text(enrolment.language(), kind + ".body", argument));
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
