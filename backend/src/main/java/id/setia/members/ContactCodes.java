package id.setia.members;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Vault;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The door to one-time codes: six digits to an e-mail address or a phone, good for ten minutes, five guesses and one use.
 * At most five an hour go to one contact, whatever they are for.
 */
@Singleton
public class ContactCodes {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BOUND = 1_000_000;
    private static final int SWEPT_AT_ONCE = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CodeMessages messages;
    private final Attempts attempts;
    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    ContactCodes(
            CodeMessages messages,
            Attempts attempts,
            Vault vault,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.messages = messages;
        this.attempts = attempts;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    private record Outcome<T>(Optional<T> result, ProblemCode refusal) {}

    /**
     * Sends a code in the running transaction, or one of its own.
     *
     * @param subjectId what the code is bound to, such as the member it lets in
     * @param language of the message, {@code id} or {@code en}
     * @throws Problem {@code too_many_attempts} for the sixth within an hour
     */
    public SentCode send(CodePurpose purpose, Optional<UUID> subjectId, Contact contact, String language) {
        return send(purpose, subjectId, contact, language, true);
    }

    /**
     * Does all that sending does, but no code will fit, and the message says why. For contacts of which a stranger must not
     * learn whether they are somebody's.
     */
    public SentCode sendNone(CodePurpose purpose, Contact contact, String language) {
        return send(purpose, Optional.empty(), contact, language, false);
    }

    /** A code that is real or not, bound to its subject either way. */
    SentCode send(CodePurpose purpose, Optional<UUID> subjectId, Contact contact, String language, boolean real) {
        attempts.take(AttemptKind.CODE_SENT, contact.value());
        UUID id = ids.next();
        String digits = String.format("%06d", RANDOM.nextInt(BOUND));
        byte[] hash = hash(id, digits);
        return transactions.write(connection -> {
            Instant now = clock.now();
            ContactCode code = new ContactCode(
                    id,
                    purpose,
                    subjectId,
                    contact,
                    real ? Optional.of(hash) : Optional.empty(),
                    now.plus(GOOD_FOR),
                    0,
                    false,
                    now);
            ContactCodeRows.insert(connection, code);
            if (real) {
                messages.code(code, digits, language);
            } else {
                messages.noCode(code, language);
            }
            return code.sent();
        });
    }

    /**
     * Does what the code was for, in one transaction with using it up. When what is done refuses, the code stays good. Call
     * it outside any transaction, so that a wrong code is counted although it is refused.
     *
     * @param code as typed; blanks are passed over
     * @throws Problem {@code code_invalid}; {@code code_expired} after ten minutes, five wrong codes, or once it was used
     */
    public <T> T prove(CodePurpose purpose, UUID codeId, String code, Function<ProvenContact, T> act) {
        Outcome<T> outcome = transactions.write(connection -> {
            Instant now = clock.now();
            Optional<ContactCode> sent = ContactCodeRows.lock(connection, codeId)
                    .filter(found -> found.purpose() == purpose && found.isOpen(now));
            if (sent.isEmpty()) {
                return new Outcome<>(Optional.empty(), ProblemCode.CODE_EXPIRED);
            }
            byte[] came = hash(codeId, code.replaceAll("\\s", ""));
            if (!MessageDigest.isEqual(sent.get().hash().orElse(new byte[0]), came)) {
                ContactCodeRows.countFailure(connection, codeId);
                return new Outcome<>(Optional.empty(), ProblemCode.CODE_INVALID);
            }
            ContactCodeRows.use(connection, codeId, now);
            T done = act.apply(new ProvenContact(sent.get().contact(), sent.get().subjectId()));
            return new Outcome<>(Optional.of(done), ProblemCode.CODE_EXPIRED);
        });
        return outcome.result().orElseThrow(() -> Problem.of(outcome.refusal()));
    }

    private byte[] hash(UUID id, String code) {
        return vault.fingerprint("contact-code", id + "/" + code);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "8m")
    void sweep() {
        int deleted;
        do {
            deleted = transactions.write(
                    connection -> ContactCodeRows.deleteBefore(connection, clock.now().minus(KEPT), SWEPT_AT_ONCE));
        } while (deleted == SWEPT_AT_ONCE);
    }
}
