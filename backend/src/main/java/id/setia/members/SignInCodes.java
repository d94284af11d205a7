package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in by a code, without a password or with a new one in the place of a forgotten one. Whether a contact is anybody's
 * is told to its owner alone. A code to a phone is not enough where nobody was signed in for six months.
 */
@Singleton
class SignInCodes {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ContactCodes codes;
    private final ContactChanges contacts;
    private final PasswordChanges passwords;
    private final MemberPresence presence;
    private final Transactions transactions;

    SignInCodes(
            ContactCodes codes,
            ContactChanges contacts,
            PasswordChanges passwords,
            MemberPresence presence,
            Transactions transactions) {
        this.codes = codes;
        this.contacts = contacts;
        this.passwords = passwords;
        this.presence = presence;
        this.transactions = transactions;
    }

    /**
     * Sends a code.
     *
     * @param language of the message to somebody unknown
     * @throws Problem {@code validation_failed} for what is no contact, {@code too_many_attempts}
     */
    SentCode send(String typed, String language) {
        Contact contact = contacts.reachable("/contact", typed);
        return transactions.write(connection -> {
            Optional<MemberRows.Row> member = member(connection, contact);
            return member.isPresent()
                    ? codes.send(CodePurpose.SIGN_IN, member.map(MemberRows.Row::id), contact, member.get().language())
                    : codes.sendNone(CodePurpose.SIGN_IN, contact, language);
        });
    }

    /** Whose contact it is, proven, if they may sign in; as much work when it is nobody's. */
    private static Optional<MemberRows.Row> member(Connection connection, Contact contact) throws SQLException {
        UUID id = ContactRows.holder(connection, contact)
                .filter(holder -> holder.provenAt().isPresent())
                .map(ContactRows.Row::memberId)
                .orElse(NOBODY);
        return Optional.ofNullable(MemberRows.select(connection, List.of(id)).get(id))
                .filter(row -> MemberSignIn.maySignIn(row.state()));
    }

    /**
     * The member whose code came back.
     *
     * @param newPassword in the place of one that is forgotten
     * @throws Problem {@code code_invalid}, {@code code_expired}, {@code second_proof_needed}, {@code validation_failed}
     */
    UUID confirm(UUID codeId, String code, Optional<String> newPassword) {
        Optional<String> hash = newPassword.map(passwords::hashOf);
        return codes.prove(CodePurpose.SIGN_IN, codeId, code, proven -> {
            UUID memberId = transactions
                    .read(connection -> member(connection, proven.contact()))
                    .map(MemberRows.Row::id)
                    .filter(id -> proven.subjectId().equals(Optional.of(id)))
                    .orElseThrow(() -> Problem.of(ProblemCode.CODE_EXPIRED));
            if (proven.contact() instanceof Contact.Phone && !presence.phoneAloneProves(memberId)) {
                throw Problem.of(ProblemCode.SECOND_PROOF_NEEDED);
            }
            hash.ifPresent(chosen -> passwords.put(memberId, chosen));
            return memberId;
        });
    }
}
