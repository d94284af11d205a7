package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.messages.PhoneChannel;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds, changes and removes contacts of a member: one e-mail address and one phone number each. A new one counts once its
 * code came back; the old ones are told at once.
 */
@Singleton
class ContactChanges {

    private static final Duration WAITING = Duration.ofMinutes(10);

    private final ContactCodes codes;
    private final CodeMessages messages;
    private final NumberReleases releases;
    private final MemberNews news;
    private final CredentialChanges changes;
    private final PhoneChannel phones;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final ApplicationEventPublisher<ProfileChanged> publisher;

    ContactChanges(
            ContactCodes codes,
            CodeMessages messages,
            NumberReleases releases,
            MemberNews news,
            CredentialChanges changes,
            PhoneChannel phones,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            ApplicationEventPublisher<ProfileChanged> publisher) {
        this.codes = codes;
        this.messages = messages;
        this.releases = releases;
        this.news = news;
        this.changes = changes;
        this.phones = phones;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.publisher = publisher;
    }

    /**
     * The contacts of a member and those that wait for their code.
     *
     * @param hasPassword whether the member can prove themselves by password
     */
    record Overview(List<ContactRows.Row> contacts, List<SentCode> waiting, boolean hasPassword) {}

    Overview overview(UUID memberId) {
        return transactions.read(connection -> {
            Instant now = clock.now();
            List<SentCode> waiting =
                    ContactCodeRows.of(connection, CodePurpose.CONTACT_CHANGE, memberId, now.minus(WAITING)).stream()
                            .filter(code -> code.isOpen(now))
                            .map(ContactCode::sent)
                            .limit(1)
                            .toList();
            return new Overview(ContactRows.of(connection, memberId), waiting, hasPassword(connection, memberId));
        });
    }

    private static boolean hasPassword(Connection connection, UUID memberId) throws SQLException {
        return MemberRows.select(connection, List.of(memberId)).get(memberId).passwordHash().isPresent();
    }

    /** The contact somebody typed, where the programme can reach it. */
    Contact reachable(String pointer, String text) {
        Contact contact = Contact.parse(text).orElseThrow(() -> Problem.invalid(pointer, "contact_malformed"));
        if (contact instanceof Contact.Phone && !phones.isOpen()) {
            throw Problem.invalid(pointer, "phone_not_offered");
        }
        return contact;
    }

    /** Sends a code to a contact that the member wants to have. An address that is somebody else's gets a mail that says so. */
    SentCode offer(UUID memberId, Contact contact, String language) {
        return transactions.write(connection -> {
            boolean proves = switch (contact) {
                case Contact.Email email -> isFreeFor(connection, memberId, email);
                case Contact.Phone phone -> true;
            };
            return codes.send(CodePurpose.CONTACT_CHANGE, Optional.of(memberId), contact, language, proves);
        });
    }

    private static boolean isFreeFor(Connection connection, UUID memberId, Contact contact) throws SQLException {
        return ContactRows.holder(connection, contact)
                .filter(holder -> !holder.memberId().equals(memberId))
                .isEmpty();
    }

    /**
     * Gives the member the contact whose code came back; it takes the place of the one of its kind.
     *
     * @param release whether a number that belongs to another member is to be freed from them
     * @throws Problem {@code code_invalid}, {@code code_expired}, {@code contact_taken}
     */
    void confirm(UUID memberId, UUID codeId, String code, boolean release) {
        codes.prove(CodePurpose.CONTACT_CHANGE, codeId, code, proven -> {
            if (!proven.subjectId().equals(Optional.of(memberId))) {
                throw Problem.of(ProblemCode.CODE_EXPIRED);
            }
            return transactions.write(connection -> put(connection, memberId, proven.contact(), release));
        });
    }

    private Contact put(Connection connection, UUID memberId, Contact contact, boolean release) throws SQLException {
        Instant now = clock.now();
        ContactRows.lock(connection, memberId);
        if (!isFreeFor(connection, memberId, contact)) {
            free(connection, contact, release);
        }
        List<ContactRows.Row> before = ContactRows.of(connection, memberId);
        boolean known = before.stream().anyMatch(row -> row.contact().equals(contact));
        if (!known) {
            for (ContactRows.Row old : before) {
                if (old.contact().kind().equals(contact.kind())) {
                    ContactRows.delete(connection, old);
                }
            }
            if (!ContactRows.insert(connection, memberId, contact, now)) {
                throw Problem.of(ProblemCode.CONTACT_TAKEN);
            }
            changes.note(connection, memberId);
        }
        ContactRows.prove(connection, contact, now);
        tell(connection, memberId, before, contact.kind(), contact.masked());
        audit.record(new Caller.SignedInMember(memberId), "member.contact_changed", "member", memberId, contact.kind(), contact.value());
        publisher.publishEvent(new ProfileChanged(memberId, now));
        return contact;
    }

    private void free(Connection connection, Contact contact, boolean release) throws SQLException {
        switch (contact) {
            case Contact.Email email -> throw Problem.of(ProblemCode.CODE_EXPIRED);
            case Contact.Phone phone -> {
                if (!release) {
                    throw Problem.of(ProblemCode.CONTACT_TAKEN);
                }
                releases.release(connection, phone);
            }
        }
    }

    /**
     * Takes a contact from the member, as long as another proven one is left.
     *
     * @param kind {@code email} or {@code phone}
     * @throws Problem {@code last_contact}, {@code not_found}
     */
    void remove(UUID memberId, String kind) {
        transactions.write(connection -> {
            ContactRows.lock(connection, memberId);
            List<ContactRows.Row> before = ContactRows.of(connection, memberId);
            ContactRows.Row removed = before.stream()
                    .filter(row -> row.contact().kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
            if (before.stream().noneMatch(row -> !row.equals(removed) && row.provenAt().isPresent())) {
                throw Problem.of(ProblemCode.LAST_CONTACT);
            }
            ContactRows.delete(connection, removed);
            changes.note(connection, memberId);
            tell(connection, memberId, before, kind, "− " + removed.contact().masked());
            audit.record(new Caller.SignedInMember(memberId), "member.contact_removed", "member", memberId, kind, "");
            return null;
        });
    }

    /** Writes to every contact there was before, and to the feed. */
    private void tell(Connection connection, UUID memberId, List<ContactRows.Row> before, String kind, String what)
            throws SQLException {
        String language = MemberRows.select(connection, List.of(memberId)).get(memberId).language();
        before.forEach(row -> messages.notice(memberId, row.contact(), "contact.changed", language, what));
        news.tell(memberId, "member.contact_changed", Map.of("kind", kind));
    }
}
