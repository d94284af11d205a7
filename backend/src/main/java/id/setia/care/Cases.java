package id.setia.care;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.members.MemberReference;
import id.setia.members.OwnMembership;
import id.setia.posting.Attachments;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door to cases: what the member adds, and what staff answer. */
@Singleton
class Cases {

    private final CareCases cases;
    private final CaseMessages messages;
    private final MissingPoints missingPoints;
    private final Attachments attachments;
    private final OwnMembership own;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Cases(
            CareCases cases,
            CaseMessages messages,
            MissingPoints missingPoints,
            Attachments attachments,
            OwnMembership own,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.cases = cases;
        this.messages = messages;
        this.missingPoints = missingPoints;
        this.attachments = attachments;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** A word of the member; an answered case waits for staff again. */
    CareCase write(UUID caseId, String text) {
        return transactions.write(connection -> {
            CareCase found = lock(connection, caseId);
            messages.add(
                    connection, caseId, CaseMessage.Author.MEMBER, Optional.empty(), LocalText.of(text, text), clock.now());
            CareCase again = found.again(clock.now());
            cases.change(connection, again);
            if (!found.isOpen()) {
                missingPoints.tell(again, "case.opened");
            }
            return again;
        });
    }

    /** Adds a photo, made anew. */
    CareCase show(UUID caseId, byte[] photo) {
        byte[] clean = Photo.clean(photo);
        return transactions.write(connection -> {
            CareCase found = lock(connection, caseId);
            messages.addPhoto(connection, caseId, clean, clock.now());
            return found;
        });
    }

    /**
     * Answers a case in both languages. Granting with a purchase attaches it in the same transaction; granting without one
     * says that the member was helped in another way.
     *
     * @throws Problem {@code own_membership}, {@code changed_meanwhile}; what attaching refuses
     */
    CareCase answer(
            Caller by, UUID caseId, Version from, CaseOutcome outcome, LocalText text, Optional<UUID> purchaseId) {
        return transactions.write(connection -> {
            CareCase found = lock(connection, caseId);
            own.refuse(by, Set.of(found.memberId()));
            from.mustBe(found.version());
            CareCase answered = switch (outcome) {
                case GRANTED -> found.granted(purchaseId.or(found::purchaseId), points(by, found, purchaseId), clock.now());
                case DECLINED -> found.declined(clock.now());
            };
            messages.add(connection, caseId, CaseMessage.Author.STAFF, by.actorId(), text, clock.now());
            cases.change(connection, answered);
            missingPoints.tell(answered, "case.answered");
            audit.record(by, "case.answered", "case", caseId, "outcome", outcome.value());
            return answered;
        });
    }

    private long points(Caller by, CareCase found, Optional<UUID> purchaseId) {
        return purchaseId
                .map(purchase -> attachments
                        .attach(by, purchase, MemberReference.memberId(found.memberId()), Optional.of("missing_points"))
                        .purchase()
                        .points())
                .orElse(found.points());
    }

    private CareCase lock(Connection connection, UUID caseId) throws SQLException {
        return cases.lock(connection, caseId).orElseThrow(() -> Problem.of(ProblemCode.CASE_NOT_FOUND));
    }
}
