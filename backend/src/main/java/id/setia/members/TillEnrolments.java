package id.setia.members;

import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Caller;
import id.setia.access.Deployment;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.DatabaseFailure;
import id.setia.kernel.Event;
import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.messages.MessageTexts;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for enrolling somebody at a till by their phone number. The member is unclaimed: earns, cannot spend, gets no
 * promotion, until they prove the phone on the portal. A number is one member however often, and wherever, it is enrolled.
 */
@Singleton
public class TillEnrolments {

    private static final String AT_A_TILL = "till";

    private final Transactions transactions;
    private final Attempts attempts;
    private final PhoneMessages phones;
    private final MessageTexts texts;
    private final ProgramSettings settings;
    private final Deployment deployment;
    private final Outbox outbox;
    private final Json json;
    private final IdMaker ids;
    private final SystemClock clock;
    private final BusinessClock businessClock;

    TillEnrolments(
            Transactions transactions,
            Attempts attempts,
            PhoneMessages phones,
            MessageTexts texts,
            ProgramSettings settings,
            Deployment deployment,
            Outbox outbox,
            Json json,
            IdMaker ids,
            SystemClock clock,
            BusinessClock businessClock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.phones = phones;
        this.texts = texts;
        this.settings = settings;
        this.deployment = deployment;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /**
     * The member behind the number, made if there is none. Each client may make a number of members an hour, a till fewer
     * than a partner's system.
     *
     * @throws Problem {@code too_many_attempts}
     */
    public EnrolledAtTill enrol(Caller.ApiClient by, TillEnrolment enrolment) {
        AttemptKind kind = by.terminalId().isPresent() ? AttemptKind.TILL_ENROLMENT : AttemptKind.PARTNER_ENROLMENT;
        attempts.take(kind, by.clientId().toString());
        EnrolledAtTill enrolled = transactions.write(connection -> enrolIn(connection, enrolment));
        if (!enrolled.created()) {
            attempts.giveBack(kind, by.clientId().toString());
        }
        return enrolled;
    }

    private EnrolledAtTill enrolIn(Connection connection, TillEnrolment enrolment) throws SQLException {
        Optional<UUID> holder = holder(connection, enrolment.phone());
        UUID id = ids.next();
        Instant now = clock.now();
        if (holder.isEmpty() && claimNumber(connection, enrolment.phone(), id, now)) {
            return make(connection, id, enrolment, now);
        }
        UUID known = holder.or(() -> holderNow(connection, enrolment.phone()))
                .orElseThrow(() -> Problem.invalid("/phone", "phone_not_usable"));
        return new EnrolledAtTill(known, false, card(connection, known, enrolment.partnerId()), false);
    }

    private static boolean claimNumber(Connection connection, MemberReference phone, UUID id, Instant now)
            throws SQLException {
        IdentifierRows.Row row =
                new IdentifierRows.Row(phone, id, IdentifierRows.ACTIVE, Optional.empty(), true, false);
        return IdentifierRows.insert(connection, List.of(row), now);
    }

    private static Optional<UUID> holderNow(Connection connection, MemberReference phone) {
        try {
            return holder(connection, phone);
        } catch (SQLException error) {
            throw new DatabaseFailure(error);
        }
    }

    private static Optional<UUID> holder(Connection connection, MemberReference phone) throws SQLException {
        return Optional.ofNullable(
                IdentifierRows.holders(connection, List.of(phone)).get(phone));
    }

    private EnrolledAtTill make(Connection connection, UUID id, TillEnrolment enrolment, Instant now) throws SQLException {
        Instant joinedAt = businessClock.now();
        MemberRows.Row row = new MemberRows.Row(
                id,
                MemberState.UNCLAIMED,
                enrolment.name().map(PersonName::normal).orElse(""),
                Optional.empty(),
                enrolment.language(),
                Optional.empty(),
                AT_A_TILL,
                Optional.empty(),
                joinedAt);
        MemberRows.insert(connection, List.of(row), now);
        String card = Joining.issueCard(connection, id, now);
        TillEnrolmentRows.insert(connection, id, enrolment, joinedAt);
        outbox.write(enrolled(id, enrolment, joinedAt, now));
        boolean told = phones.send(id, enrolment.phone().value(), invitation(enrolment.language()));
        return new EnrolledAtTill(id, true, Optional.of(card), told);
    }

    private String invitation(String language) {
        return texts.text(
                language, "till.invitation", settings.current().name(), deployment.publicUrl() + "/claim");
    }

    private Event enrolled(UUID id, TillEnrolment enrolment, Instant at, Instant now) {
        String payload = json.write(Map.of(
                "memberId", PublicId.MEMBER.format(id), "storeId", PublicId.STORE.format(enrolment.storeId())));
        return new Event(ids.next(), Optional.of(id), 0, "member.enrolled", 1, payload, at, now);
    }

    /** Only of a membership that is unclaimed and began at the same partner: tills there printed it, or may again. */
    private static Optional<String> card(Connection connection, UUID memberId, UUID partnerId) throws SQLException {
        MemberRows.Row member = MemberRows.select(connection, List.of(memberId)).get(memberId);
        boolean own = member.state() == MemberState.UNCLAIMED
                && TillEnrolmentRows.find(connection, memberId)
                        .filter(row -> row.partnerId().equals(partnerId))
                        .isPresent();
        return own
                ? IdentifierRows.of(connection, memberId).stream()
                        .filter(row -> row.reference().kind() == MemberReference.Kind.CARD)
                        .map(row -> row.reference().value())
                        .findFirst()
                : Optional.empty();
    }

    /** What is wrong with a name a cashier typed; none is fine. */
    public static List<FieldError> objections(String pointer, Optional<String> name) {
        List<FieldError> errors = new ArrayList<>();
        name.filter(text -> !text.isBlank())
                .flatMap(text -> PersonName.objection(pointer, text))
                .ifPresent(errors::add);
        return errors;
    }
}
