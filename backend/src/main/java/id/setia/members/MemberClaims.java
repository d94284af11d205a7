package id.setia.members;

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
import id.setia.messages.PhoneChannel;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to claiming a membership that began at a till: a code proves the phone, then the person says who they are, or
 * that it is not them. Six months after enrolment the phone alone no longer proves the person; then the card number is
 * asked for too. Whether a number is anybody's is told only to who has the phone.
 */
@Singleton
public class MemberClaims {

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(10);
    private static final int SWEPT_AT_ONCE = 1_000;
    private static final String CHANNEL = "web";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UnclaimedMembers unclaimed;
    private final MemberPresence presence;
    private final Joining joining;
    private final EnrolmentChecks checks;
    private final ContactCodes codes;
    private final ContactChanges changes;
    private final Documents documents;
    private final PhoneChannel phones;
    private final Passwords passwords;
    private final Vault vault;
    private final Transactions transactions;
    private final SystemClock clock;
    private final BusinessClock businessClock;
    private final IdMaker ids;

    MemberClaims(
            UnclaimedMembers unclaimed,
            MemberPresence presence,
            Joining joining,
            EnrolmentChecks checks,
            ContactCodes codes,
            ContactChanges changes,
            Documents documents,
            PhoneChannel phones,
            Passwords passwords,
            Vault vault,
            Transactions transactions,
            SystemClock clock,
            BusinessClock businessClock,
            IdMaker ids) {
        this.unclaimed = unclaimed;
        this.presence = presence;
        this.joining = joining;
        this.checks = checks;
        this.codes = codes;
        this.changes = changes;
        this.documents = documents;
        this.phones = phones;
        this.passwords = passwords;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
        this.ids = ids;
    }

    /**
     * A claim that waits for its code.
     *
     * @param phone where it went, masked; empty for a claim by card, which tells nobody whose it is
     */
    public record Started(UUID claimId, Optional<String> phone, Instant codeExpiresAt) {}

    /**
     * A membership behind a phone that is proven.
     *
     * @param token what the browser that proved it goes on with
     * @param cardNeeded whether the card number is asked for too
     * @param storeId where it began, if at a till
     */
    public record Proven(UUID memberId, String token, boolean cardNeeded, Optional<UUID> storeId) {}

    /** Sends a code to the phone, whoever has it. */
    public Started startByPhone(String phone, String language) {
        refuseWithoutChannel("/phone");
        PhoneNumber number = PhoneNumber.parse(phone).orElseThrow(() -> Problem.invalid("/phone", "phone_malformed"));
        return transactions.write(connection -> {
            SentCode code =
                    codes.send(CodePurpose.CLAIM, Optional.empty(), new Contact.Phone(number), language);
            UUID id = keep(connection, Optional.of(number), false, language, Optional.of(code.id()));
            return new Started(id, Optional.of(number.masked()), code.expiresAt());
        });
    }

    /** Sends a code to the phone of the unclaimed membership with the card; to nobody, and as silently, when there is none. */
    public Started startByCard(String card, String language) {
        refuseWithoutChannel("/card");
        return transactions.write(connection -> {
            Optional<Contact.Phone> phone = phoneOf(connection, MemberReference.card(card));
            Optional<SentCode> code = phone.map(
                    contact -> codes.send(CodePurpose.CLAIM, Optional.empty(), contact, language));
            UUID id = keep(
                    connection, phone.map(Contact.Phone::number), true, language, code.map(SentCode::id));
            return new Started(id, Optional.empty(), clock.now().plus(CODE_GOOD_FOR));
        });
    }

    private void refuseWithoutChannel(String pointer) {
        if (!phones.isOpen()) {
            throw Problem.invalid(pointer, "phone_not_offered");
        }
    }

    private static Optional<Contact.Phone> phoneOf(Connection connection, MemberReference card) throws SQLException {
        UUID holder = IdentifierRows.holders(connection, List.of(card)).get(card);
        if (holder == null
                || MemberRows.select(connection, List.of(holder)).get(holder).state() != MemberState.UNCLAIMED) {
            return Optional.empty();
        }
        return ContactRows.of(connection, holder).stream()
                .map(ContactRows.Row::contact)
                .filter(Contact.Phone.class::isInstance)
                .map(Contact.Phone.class::cast)
                .findFirst();
    }

    private UUID keep(
            Connection connection, Optional<PhoneNumber> phone, boolean withCard, String language, Optional<UUID> codeId)
            throws SQLException {
        UUID id = ids.next();
        MemberClaimRows.insert(
                connection,
                new MemberClaim(
                        id, phone, withCard, language, codeId, Optional.empty(), Optional.empty(), Optional.empty(),
                        clock.now()));
        return id;
    }

    /**
     * Takes the code, and tells what waits behind the phone.
     *
     * @throws Problem {@code claim_not_found}, {@code code_invalid}, {@code code_expired}, {@code nothing_to_claim}
     */
    public Proven prove(UUID claimId, String code) {
        MemberClaim claim = transactions.read(connection -> lock(connection, claimId));
        UUID codeId = claim.codeId().orElseThrow(() -> Problem.of(ProblemCode.CODE_INVALID));
        Optional<Proven> proven = codes.prove(
                CodePurpose.CLAIM, codeId, code, contact -> transactions.write(connection -> proven(connection, claim)));
        return proven.orElseThrow(() -> Problem.of(ProblemCode.NOTHING_TO_CLAIM));
    }

    private Optional<Proven> proven(Connection connection, MemberClaim claim) throws SQLException {
        Optional<UUID> holder = unclaimed.holder(connection, new Contact.Phone(claim.phone().orElseThrow()));
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        MemberClaimRows.proven(connection, claim.id(), holder.get(), hash(token), clock.now());
        Optional<UUID> store =
                TillEnrolmentRows.find(connection, holder.get()).map(TillEnrolmentRows.Row::storeId);
        return Optional.of(new Proven(
                holder.get(), token, !claim.withCard() && !presence.phoneAloneProves(holder.get()), store));
    }

    /**
     * Makes the membership theirs: active, with all its points.
     *
     * @throws Problem {@code claim_not_found} half an hour after the code, {@code nothing_to_claim} when it was claimed or
     *     erased meanwhile, {@code validation_failed}
     */
    public UUID complete(UUID claimId, String token, EnrolMemberRequest person, Optional<String> card) {
        Optional<EmailAddress> email = checks.check(withAnyContact(person)).email().filter(found -> person.email() != null);
        String passwordHash = passwords.hash(person.password());
        UUID memberId = transactions.write(connection -> {
            MemberClaim claim = open(connection, claimId, token);
            refuseWithoutProof(connection, claim, card);
            NewMember member = member(claim, person, passwordHash);
            joining.claim(connection, member, new Contact.Phone(claim.phone().orElseThrow()));
            MemberClaimRows.delete(connection, claimId);
            return member.id();
        });
        email.ifPresent(address -> changes.offer(memberId, new Contact.Email(address), person.language()));
        return memberId;
    }

    /** The phone is proven already; the checks of joining want some contact. */
    private static EnrolMemberRequest withAnyContact(EnrolMemberRequest person) {
        return person.email() != null
                ? person
                : new EnrolMemberRequest(
                        "nobody@example.com", null, person.password(), person.name(), person.birthDate(),
                        person.ageConfirmed(), person.language(), person.termsAccepted(), person.consents());
    }

    private void refuseWithoutProof(Connection connection, MemberClaim claim, Optional<String> card) throws SQLException {
        UUID memberId = claim.memberId().orElseThrow();
        if (claim.withCard() || presence.phoneAloneProves(memberId)) {
            return;
        }
        MemberReference named = MemberReference.card(
                card.orElseThrow(() -> Problem.invalid("/card", "card_needed")));
        if (!memberId.equals(IdentifierRows.holders(connection, List.of(named)).get(named))) {
            throw Problem.invalid("/card", "card_does_not_match");
        }
    }

    private NewMember member(MemberClaim claim, EnrolMemberRequest person, String passwordHash) {
        return new NewMember(
                claim.memberId().orElseThrow(),
                Optional.empty(),
                claim.phone(),
                PersonName.normal(person.name()),
                Optional.ofNullable(person.birthDate()),
                person.language(),
                Optional.of(passwordHash),
                person.consents(),
                CHANNEL,
                documents.versionInForce(DocumentKind.TERMS),
                businessClock.now());
    }

    /**
     * The membership whose phone was proven, for who says that it is not theirs; the claim is over.
     *
     * @throws Problem {@code claim_not_found}
     */
    public UUID reject(UUID claimId, String token) {
        return transactions.write(connection -> {
            MemberClaim claim = open(connection, claimId, token);
            MemberClaimRows.delete(connection, claimId);
            return claim.memberId().orElseThrow();
        });
    }

    private MemberClaim open(Connection connection, UUID claimId, String token) throws SQLException {
        MemberClaim claim = lock(connection, claimId);
        boolean open = claim.provenAt().filter(at -> clock.now().isBefore(at.plus(GOOD_FOR))).isPresent()
                && MessageDigest.isEqual(claim.tokenHash().orElse(new byte[0]), hash(token));
        if (!open) {
            throw Problem.of(ProblemCode.CLAIM_NOT_FOUND);
        }
        return claim;
    }

    private static MemberClaim lock(Connection connection, UUID claimId) throws SQLException {
        return MemberClaimRows.lock(connection, claimId)
                .orElseThrow(() -> Problem.of(ProblemCode.CLAIM_NOT_FOUND));
    }

    private byte[] hash(String token) {
        return vault.fingerprint("claim-token", token);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "9m")
    void sweep() {
        int deleted;
        do {
            deleted = transactions.write(connection ->
                    MemberClaimRows.deleteBefore(connection, clock.now().minus(KEPT), SWEPT_AT_ONCE));
        } while (deleted == SWEPT_AT_ONCE);
    }
}
