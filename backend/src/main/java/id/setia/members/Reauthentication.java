package id.setia.members;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Passwords;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a signed-in member change what opens their account only after they prove once more that it is them. */
@Singleton
class Reauthentication {

    private final ContactCodes codes;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Transactions transactions;

    Reauthentication(ContactCodes codes, Attempts attempts, Passwords passwords, Transactions transactions) {
        this.codes = codes;
        this.attempts = attempts;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /** Sends a code to the member's proven contact of the kind, {@code email} or {@code phone}. */
    SentCode send(UUID memberId, String kind) {
        return transactions.write(connection -> {
            Contact contact = ContactRows.of(connection, memberId).stream()
                    .filter(row -> row.provenAt().isPresent() && row.contact().kind().equals(kind))
                    .map(ContactRows.Row::contact)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("/kind", "value_unknown", "email, phone"));
            String language = MemberRows.select(connection, List.of(memberId)).get(memberId).language();
            return codes.send(CodePurpose.REAUTHENTICATION, Optional.of(memberId), contact, language);
        });
    }

    /**
     * Does what needs the proof. A code is used up by it; when what is done refuses, the code stays good.
     *
     * @throws Problem {@code validation_failed} without a proof or with a wrong password, {@code code_invalid},
     *     {@code code_expired}, {@code too_many_attempts}
     */
    <T> T with(UUID memberId, ProofRequest proof, Supplier<T> act) {
        if (proof.password() != null) {
            requirePassword(memberId, proof.password());
            return act.get();
        }
        if (proof.codeId() == null || proof.code() == null) {
            throw Problem.invalid("/proof/password", "proof_needed");
        }
        UUID codeId = PublicId.CONTACT_CODE.parseOr(proof.codeId(), ProblemCode.CODE_EXPIRED);
        return codes.prove(CodePurpose.REAUTHENTICATION, codeId, proof.code(), proven -> {
            if (!proven.subjectId().equals(Optional.of(memberId))) {
                throw Problem.of(ProblemCode.CODE_EXPIRED);
            }
            return act.get();
        });
    }

    private void requirePassword(UUID memberId, String password) {
        String subject = memberId.toString();
        Optional<String> hash = transactions.read(connection ->
                MemberRows.select(connection, List.of(memberId)).get(memberId).passwordHash());
        if (!attempts.take(AttemptKind.REAUTHENTICATION, subject, () -> passwords.verify(password, hash))) {
            throw Problem.invalid("/proof/password", "password_wrong");
        }
        attempts.forget(AttemptKind.REAUTHENTICATION, subject);
    }
}
