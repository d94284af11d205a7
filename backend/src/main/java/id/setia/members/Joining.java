package id.setia.members;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a member of somebody who proved a contact: the contact, a card, what they consented to, and the news of it. */
@Singleton
class Joining {

    private static final String BY_THEMSELVES = "self";
    private static final String TERMS = "terms";

    private final IdMaker ids;
    private final SystemClock clock;
    private final Outbox outbox;
    private final Json json;
    private final ApplicationEventPublisher<MemberJoined> publisher;

    Joining(
            IdMaker ids,
            SystemClock clock,
            Outbox outbox,
            Json json,
            ApplicationEventPublisher<MemberJoined> publisher) {
        this.ids = ids;
        this.clock = clock;
        this.outbox = outbox;
        this.json = json;
        this.publisher = publisher;
    }

    /** Whether they are a member now; not when somebody has the e-mail or phone already. */
    boolean join(Connection connection, NewMember joining) throws SQLException {
        Instant now = clock.now();
        for (Contact contact : contacts(joining)) {
            if (!ContactRows.insert(connection, joining.id(), contact, now)) {
                return false;
            }
            ContactRows.prove(connection, contact, now);
        }
        MemberRows.insert(connection, List.of(member(joining)), now);
        issueCard(connection, joining.id(), now);
        ConsentRows.insert(connection, consents(joining, now));
        outbox.write(event("member.joined", joining, now));
        publisher.publishEvent(new MemberJoined(joining.id(), joining.joinedAt()));
        return true;
    }

    /**
     * Makes an active member of the one somebody else enrolled: who proved the phone is them. Points, card and history stay.
     *
     * @throws Problem {@code nothing_to_claim} when the membership was claimed or erased meanwhile
     */
    void claim(Connection connection, NewMember claiming, Contact.Phone proven) throws SQLException {
        Instant now = clock.now();
        if (!MemberRows.claim(connection, claiming, now)) {
            throw Problem.of(ProblemCode.NOTHING_TO_CLAIM);
        }
        ContactRows.prove(connection, proven, now);
        ConsentRows.insert(connection, consents(claiming, now));
        TillEnrolmentRows.end(connection, claiming.id());
        outbox.write(event("member.claimed", claiming, now));
        publisher.publishEvent(new MemberJoined(claiming.id(), claiming.joinedAt()));
    }

    private static List<Contact> contacts(NewMember joining) {
        return Stream.<Contact>concat(
                        joining.email().map(Contact.Email::new).stream(),
                        joining.phone().map(Contact.Phone::new).stream())
                .toList();
    }

    private static MemberRows.Row member(NewMember joining) {
        return new MemberRows.Row(
                joining.id(),
                MemberState.ACTIVE,
                joining.name(),
                joining.birthDate(),
                joining.language(),
                joining.passwordHash(),
                BY_THEMSELVES,
                Optional.empty(),
                joining.joinedAt());
    }

    /** Gives the member a card with a number of our own; answers the number. */
    static String issueCard(Connection connection, UUID memberId, Instant now) throws SQLException {
        boolean issued;
        MemberReference card;
        do {
            card = MemberReference.card(CardNumber.random());
            issued = IdentifierRows.insert(
                    connection,
                    List.of(new IdentifierRows.Row(
                            card, memberId, IdentifierRows.ACTIVE, Optional.empty(), true, true)),
                    now);
        } while (!issued);
        return card.value();
    }

    private List<ConsentRows.Row> consents(NewMember joining, Instant now) {
        List<ConsentRows.Row> rows = new ArrayList<>();
        rows.add(consent(joining, TERMS, true, now));
        for (ConsentChoice choice : joining.consents()) {
            rows.add(consent(joining, choice.purpose(), choice.given(), now));
        }
        return rows;
    }

    private ConsentRows.Row consent(NewMember joining, String purpose, boolean given, Instant now) {
        return new ConsentRows.Row(
                ids.next(),
                joining.id(),
                purpose,
                given,
                joining.termsVersion(),
                joining.language(),
                joining.channel(),
                PublicId.MEMBER.format(joining.id()),
                now);
    }

    private Event event(String type, NewMember joining, Instant now) {
        String payload = json.write(Map.of("memberId", PublicId.MEMBER.format(joining.id())));
        return new Event(
                ids.next(), Optional.of(joining.id()), 0, type, 1, payload, joining.joinedAt(), now);
    }
}
