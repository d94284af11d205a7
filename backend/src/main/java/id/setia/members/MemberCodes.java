package id.setia.members;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.EmailAddress;
import id.setia.access.Passwords;
import id.setia.access.Vault;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How a member who is signed in proves once more that it is them: the password, and a code to a contact of theirs. */
@Singleton
class MemberCodes {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST_FAILURES = 5;
    private static final int CODE_BOUND = 1_000_000;
    private static final int DIGITS_SHOWN = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemberRegistry members;
    private final MemberCodeRows rows;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Vault vault;
    private final MessageQueue messages;
    private final MessageTexts texts;
    private final Transactions transactions;
    private final SystemClock clock;
    private final MemberPresence presence;

    MemberCodes(
            MemberRegistry members,
            MemberCodeRows rows,
            Passwords passwords,
            Attempts attempts,
            Vault vault,
            MessageQueue messages,
            MessageTexts texts,
            Transactions transactions,
            SystemClock clock,
            MemberPresence presence) {
        this.members = members;
        this.rows = rows;
        this.passwords = passwords;
        this.attempts = attempts;
        this.vault = vault;
        this.messages = messages;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
        this.presence = presence;
    }

    /** What a code is for. */
    enum Purpose {
        UNFREEZE,
        CLOSE,
        SPEND;

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a code went.
     *
     * @param to masked
     */
    record Sent(String to, Instant expiresAt) {}

    boolean hasPassword(UUID memberId) {
        return passwordHash(memberId).isPresent();
    }

    /**
     * Checks the password of a member who has one.
     *
     * @throws Problem {@code validation_failed} for another password, {@code too_many_attempts}
     */
    void checkPassword(UUID memberId, Optional<String> password) {
        Optional<String> hash = passwordHash(memberId);
        if (hash.isEmpty()) {
            return;
        }
        String subject = memberId.toString();
        if (!attempts.take(AttemptKind.PASSWORD_CHECK, subject, () -> passwords.verify(password.orElse(""), hash))) {
            throw Problem.invalid("/password", "password_wrong");
        }
        attempts.forget(AttemptKind.PASSWORD_CHECK, subject);
    }

    private Optional<String> passwordHash(UUID memberId) {
        return transactions.read(connection -> Optional.ofNullable(
                        MemberRows.select(connection, List.of(memberId)).get(memberId))
                .flatMap(MemberRows.Row::passwordHash));
    }

    /**
     * Sends a code to the member's e-mail address, or else to their phone; the one before no longer works.
     *
     * @throws Problem {@code member_contact_missing}, {@code too_many_attempts}
     */
    Sent send(UUID memberId, Purpose purpose) {
        MemberProfile member =
                members.profile(memberId).orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
        return send(member, purpose, member.email().or(member::phone), "", "member.code.phone");
    }

    /**
     * Sends a code for using points, which names them and the store. A phone alone proves nobody who was not here for long.
     * It is a till that asks, which learns neither the domain of an e-mail address nor most of a phone number.
     *
     * @param bound what the code is good for
     */
    Sent sendSpending(UUID memberId, String bound, String store, LocalText points) {
        MemberProfile member =
                members.profile(memberId).orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
        Optional<String> phone = member.phone().filter(number -> presence.phoneAloneProves(member.id()));
        return send(
                member, Purpose.SPEND, member.email().or(() -> phone), bound, "member.code.spend.phone", store,
                points.in(member.language()));
    }

    private Sent send(
            MemberProfile member,
            Purpose purpose,
            Optional<String> known,
            String bound,
            String phoneText,
            String... particulars) {
        UUID memberId = member.id();
        String contact = known.orElseThrow(() -> Problem.of(ProblemCode.MEMBER_CONTACT_MISSING));
        attempts.take(AttemptKind.CODE_SENT, contact);
        String code = String.format("%06d", RANDOM.nextInt(CODE_BOUND));
        Instant expiresAt = clock.now().plus(GOOD_FOR);
        return transactions.write(connection -> {
            rows.put(connection, memberId, purpose.value(), fingerprint(memberId, purpose, code + bound), expiresAt);
            if (member.email().isPresent()) {
                messages.mail(
                        Optional.of(memberId),
                        contact,
                        texts.text(member.language(), "member.code.subject", code),
                        texts.text(member.language(), "member.code." + purpose.value(), filled(code, particulars)));
                EmailAddress address = new EmailAddress(contact);
                return new Sent(
                        switch (purpose) {
                            case UNFREEZE, CLOSE -> address.masked();
                            case SPEND -> address.hidden();
                        },
                        expiresAt);
            }
            messages.phone(
                    Optional.of(memberId),
                    contact,
                    texts.text(member.language(), phoneText, filled(code, particulars)));
            return new Sent("•••" + contact.substring(contact.length() - DIGITS_SHOWN), expiresAt);
        });
    }

    private static Object[] filled(String code, String... particulars) {
        List<Object> arguments = new ArrayList<>(List.of(code));
        arguments.addAll(List.of(particulars));
        return arguments.toArray();
    }

    /** Takes a code for using points, once; false where it is another, or for something else. */
    boolean takeSpending(UUID memberId, String bound, String code) {
        return refusal(memberId, Purpose.SPEND, code.replaceAll("\\s", "") + bound, true).isEmpty();
    }

    /** Whether the code could be taken; another one counts as wrong all the same. */
    boolean isGoodForSpending(UUID memberId, String bound, String code) {
        return refusal(memberId, Purpose.SPEND, code.replaceAll("\\s", "") + bound, false).isEmpty();
    }

    /**
     * Takes the code, once.
     *
     * @throws Problem {@code code_invalid}; {@code code_expired} after ten minutes, five wrong codes, or once it was used
     */
    void check(UUID memberId, Purpose purpose, Optional<String> code) {
        refusal(memberId, purpose, code.orElse("").replaceAll("\\s", ""), true).ifPresent(problem -> {
            throw Problem.of(problem);
        });
    }

    private Optional<ProblemCode> refusal(UUID memberId, Purpose purpose, String code, boolean taking) {
        byte[] given = fingerprint(memberId, purpose, code);
        return transactions.write(connection -> {
            Optional<MemberCodeRows.Row> sent = rows.lock(connection, memberId, purpose.value());
            boolean open = sent.isPresent()
                    && sent.get().failures() < MOST_FAILURES
                    && sent.get().expiresAt().isAfter(clock.now());
            if (!open) {
                return Optional.of(ProblemCode.CODE_EXPIRED);
            }
            if (!MessageDigest.isEqual(sent.get().codeHash(), given)) {
                rows.countFailure(connection, memberId, purpose.value());
                return Optional.of(ProblemCode.CODE_INVALID);
            }
            if (taking) {
                rows.delete(connection, memberId, purpose.value());
            }
            return Optional.empty();
        });
    }

    private byte[] fingerprint(UUID memberId, Purpose purpose, String code) {
        return vault.fingerprint("member-code", memberId + "/" + purpose.value() + "/" + code);
    }
}
