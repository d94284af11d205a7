package id.setia.posting;

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

    Attachments(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PurchasePoster poster,
            PurchaseAnswers answers,
            MemberRegistry members,
            BusinessClock clock) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.poster = poster;
        this.answers = answers;
        this.members = members;
        this.clock = clock;
    }

    /** Whether tills may still attach the purchase. */
    static boolean isOpen(Purchase purchase, Instant now) {
        return !purchase.head().occurredAt().isBefore(now.minus(WINDOW));
    }

    /**
     * Attaches a purchase; to the member who has it already it changes nothing.
     *
     * @param beyondWindow whether the caller may do so after the 14 days of tills
     * @throws Problem {@code purchase_already_attached} to another member, {@code attach_window_closed},
     *     {@code member_not_found}, {@code purchase_not_found}
     */
    public PostedPurchase attach(UUID purchaseId, MemberReference who, boolean beyondWindow) {
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
            if (!beyondWindow && !isOpen(purchase, clock.now())) {
                throw Problem.of(ProblemCode.ATTACH_WINDOW_CLOSED);
            }
            PostingDesk desk = desks.open(session, stored, Set.of(memberId), Set.of(), List.of());
            Purchase attached = poster.attach(desk, purchase, memberId);
            desk.write(rows);
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
