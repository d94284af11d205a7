package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.MemberReference;
import id.setia.members.OwnMembership;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for giving an unattached purchase to the member it belongs to. */
@Singleton
public class Attachments {

    private static final Duration WINDOW = Duration.ofDays(14);

    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PurchaseBooking booking;
    private final PurchaseAnswers answers;
    private final MemberLookup members;
    private final OwnMembership own;
    private final Corrections corrections;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Attachments(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PurchaseBooking booking,
            PurchaseAnswers answers,
            MemberLookup members,
            OwnMembership own,
            Corrections corrections,
            BusinessClock clock,
            AuditTrail audit) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.booking = booking;
        this.answers = answers;
        this.members = members;
        this.own = own;
        this.corrections = corrections;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether tills may still attach the purchase. */
    static boolean isOpen(Purchase purchase, Instant now) {
        Instant occurredAt = purchase.head().occurredAt();
        return !occurredAt.isBefore(now.minus(WINDOW)) && !occurredAt.isAfter(now.plus(PurchaseBooking.AHEAD));
    }

    /**
     * Attaches a purchase; to the member who has it already it changes nothing. Staff may do so after the 14 days of tills,
     * and stand in the audit trail with their reason.
     *
     * @throws Problem {@code purchase_already_attached} to another member, {@code attach_window_closed},
     *     {@code member_not_found}, {@code purchase_not_found}, {@code own_membership}
     */
    public PostedPurchase attach(Caller by, UUID purchaseId, MemberReference who, Optional<String> reason) {
        return attach(by, purchaseId, who, new Why(CorrectionReason.CARD_FORGOTTEN, reason.orElse("")));
    }

    PostedPurchase attach(Caller by, UUID purchaseId, MemberReference who, Why why) {
        UUID memberId = members.receiver(who);
        own.refuse(by, Set.of(memberId));
        NaturalKey key = key(purchaseId);
        return points.post(session -> {
            Attached attached = attachIn(session, by, key, memberId);
            if (attached.desk().isEmpty()) {
                return attached.purchase();
            }
            PostingDesk desk = attached.desk().get();
            record(desk, by, attached.purchase().purchase(), why);
            desk.write(rows);
            if (by instanceof Caller.SignedInStaff) {
                audit.record(
                        by, "purchase.attached", "purchase", purchaseId,
                        "reason", why.reason().value(), "explanation", why.explanation());
            }
            return attached.purchase();
        });
    }

    /** What attaching would do to the member. */
    List<MemberEffect> preview(Caller by, UUID purchaseId, MemberReference who) {
        UUID memberId = members.receiver(who);
        own.refuse(by, Set.of(memberId));
        NaturalKey key = key(purchaseId);
        return points.tryOut(session -> attachIn(session, by, key, memberId).effects());
    }

    private NaturalKey key(UUID purchaseId) {
        return Optional.ofNullable(purchases.keys(Set.of(purchaseId)).get(purchaseId))
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
    }

    /** What happened; no desk where nothing did. */
    private record Attached(Optional<PostingDesk> desk, PostedPurchase purchase, List<MemberEffect> effects) {}

    private Attached attachIn(LedgerSession session, Caller by, NaturalKey key, UUID memberId) throws SQLException {
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
        Purchase purchase = stored.get(key);
        if (purchase.memberId().isPresent()) {
            if (!members.same(purchase.memberId().get(), memberId)) {
                throw Problem.of(ProblemCode.PURCHASE_ALREADY_ATTACHED);
            }
            return new Attached(
                    Optional.empty(),
                    new PostedPurchase(purchase, true, answers.replayed(purchase, Set.of())), List.of());
        }
        boolean staff = by instanceof Caller.SignedInStaff;
        if (!staff && !isOpen(purchase, clock.now())) {
            throw Problem.of(ProblemCode.ATTACH_WINDOW_CLOSED);
        }
        PostingDesk desk = desks.open(session, stored, Set.of(memberId), Set.of(), List.of());
        MemberEffect before = MemberEffect.before(session.member(memberId), desk.program());
        Purchase attached = booking.attach(
                desk, purchase, memberId, staff ? Arrival.attachedByStaff() : Arrival.attachedAtTill());
        return new Attached(
                Optional.of(desk),
                new PostedPurchase(attached, false, desk.answer(attached.id()).orElseThrow()),
                List.of(before.after(session.member(memberId), desk.program())));
    }

    private void record(PostingDesk desk, Caller by, Purchase purchase, Why why) {
        corrections.add(
                desk.ledger().batch(),
                new Correction(
                        desk.nextId(), desk.program().dateOf(desk.now()), desk.now(), CorrectionKind.ATTACHMENT,
                        Correction.Actor.of(by, purchase.head()), purchase.memberId(), Optional.empty(),
                        Optional.of(purchase.id()), purchase.points(), 0, Optional.of(why.reason()), why.explanation()));
    }
}
