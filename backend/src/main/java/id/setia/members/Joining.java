package id.setia.members;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
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

/** Turns a confirmed enrolment into a member: the e-mail, a card, what they consented to, and the news of it. */
@Singleton
class Joining {

    private static final String CHANNEL = "web";
    private static final String BY_THEMSELVES = "self";
    private static final String TERMS = "terms";

    private final IdMaker ids;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final Outbox outbox;
    private final Json json;
    private final ApplicationEventPublisher<MemberJoined> publisher;

    Joining(
            IdMaker ids,
            BusinessClock businessClock,
            SystemClock systemClock,
            Outbox outbox,
            Json json,
            ApplicationEventPublisher<MemberJoined> publisher) {
        this.ids = ids;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.outbox = outbox;
        this.json = json;
        this.publisher = publisher;
    }

    /** The new member; nothing when somebody joined with the e-mail meanwhile. */
    Optional<UUID> join(Connection connection, Enrolment enrolment) throws SQLException {
        UUID memberId = ids.next();
        Instant now = systemClock.now();
        Instant joinedAt = businessClock.now();
        MemberReference email = MemberReference.email(enrolment.email().value());
        if (!IdentifierRows.insert(connection, List.of(identifier(email, memberId, false)), now)) {
            return Optional.empty();
        }
        MemberRows.insert(connection, List.of(member(enrolment, memberId, joinedAt)), now);
        issueCard(connection, memberId, now);
        ConsentRows.insert(connection, consents(enrolment, memberId, now));
        outbox.write(joined(memberId, joinedAt, now));
        publisher.publishEvent(new MemberJoined(memberId, joinedAt));
        return Optional.of(memberId);
    }

    private static IdentifierRows.Row identifier(MemberReference reference, UUID memberId, boolean maySpend) {
        return new IdentifierRows.Row(reference, memberId, IdentifierRows.ACTIVE, Optional.empty(), true, maySpend);
    }

    private static MemberRows.Row member(Enrolment enrolment, UUID memberId, Instant joinedAt) {
        return new MemberRows.Row(
                memberId,
                MemberState.ACTIVE,
                enrolment.name(),
                enrolment.birthDate(),
                enrolment.language(),
                Optional.of(enrolment.passwordHash()),
                BY_THEMSELVES,
                Optional.empty(),
                joinedAt);
    }

    private static void issueCard(Connection connection, UUID memberId, Instant now) throws SQLException {
        boolean issued;
        do {
            MemberReference card = MemberReference.card(CardNumber.random());
            issued = IdentifierRows.insert(connection, List.of(identifier(card, memberId, true)), now);
        } while (!issued);
    }

    private List<ConsentRows.Row> consents(Enrolment enrolment, UUID memberId, Instant now) {
        List<ConsentRows.Row> rows = new ArrayList<>();
        rows.add(consent(enrolment, memberId, TERMS, true, now));
        for (ConsentChoice choice : enrolment.consents()) {
            rows.add(consent(enrolment, memberId, choice.purpose(), choice.given(), now));
        }
        return rows;
    }

    private ConsentRows.Row consent(Enrolment enrolment, UUID memberId, String purpose, boolean given, Instant now) {
        return new ConsentRows.Row(
                ids.next(),
                memberId,
                purpose,
                given,
                enrolment.termsVersion(),
                enrolment.language(),
                CHANNEL,
                PublicId.MEMBER.format(memberId),
                now);
    }

    private Event joined(UUID memberId, Instant joinedAt, Instant now) {
        String payload = json.write(Map.of("memberId", PublicId.MEMBER.format(memberId)));
        return new Event(ids.next(), Optional.of(memberId), 0, "member.joined", 1, payload, joinedAt, now);
    }
}
