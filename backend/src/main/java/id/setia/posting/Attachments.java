package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.points.PointsLedger;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
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
    private final PurchasePoster poster;
    private final PurchaseAnswers answers;
    private final MemberRegistry members;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Attachments(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PurchasePoster poster,
            PurchaseAnswers answers,
            MemberRegistry members,
            BusinessClock clock,
            AuditTrail audit) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.poster = poster;
        this.answers = answers;
        this.members = members;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether tills may still attach the purchase. */
    static boolean isOpen(Purchase purchase, Instant now) {
        Instant occurredAt = purchase.head().occurredAt();
        return !occurredAt.isBefore(now.minus(WINDOW)) && !occurredAt.isAfter(now.plus(PurchasePoster.AHEAD));
    }

    /**
     * Attaches a purchase; to the member who has it already it changes nothing. Staff may do so after the 14 days of tills,
     * and stand in the audit trail with their reason.
     *
     * @throws Problem {@code purchase_already_attached} to another member, {@code attach_window_closed},
     *     {@code member_not_found}, {@code purchase_not_found}
     */
    public PostedPurchase attach(Caller by, UUID purchaseId, MemberReference who, Optional<String> reason) {
        boolean staff = by instanceof Caller.SignedInStaff;
        NaturalKey key = Optional.ofNullable(purchases.keys(Set.of(purchaseId)).get(purchaseId))
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
        UUID memberId = member(who);
        return points.post(session -> {
            Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
            Purchase purchase = stored.get(key);
            if (purchase.memberId().isPresent()) {
                if (purchase.memberId().get().equals(memberId)) {
                    return new PostedPurchase(purchase, true, answers.replayed(purchase, Set.of()));
                }
                throw Problem.of(ProblemCode.PURCHASE_ALREADY_ATTACHED);
            }
            if (!staff && !isOpen(purchase, clock.now())) {
                throw Problem.of(ProblemCode.ATTACH_WINDOW_CLOSED);
            }
            PostingDesk desk = desks.open(session, stored, Set.of(memberId), Set.of(), List.of());
            Purchase attached = poster.attach(desk, purchase, memberId);
            desk.write(rows);
            if (staff) {
                audit.record(by, "purchase.attached", "purchase", purchaseId, "reason", reason.orElse(""));
            }
            return new PostedPurchase(attached, false, answers.attached(attached));
        });
    }

    private UUID member(MemberReference who) {
        return Optional.ofNullable(members.find(List.of(who)).get(who))
                .filter(member -> member.state() != MemberState.CLOSED && member.state() != MemberState.ERASED)
                .map(FoundMember::id)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }
}
