package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.earning.Reason;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for taking a purchase off its member, and for giving it to the one who really bought: points, spend and visit
 * are reversed, then judged anew by the rules, tier and offers of the purchase's own time, all in one transaction. Points
 * already used become debt, as with a refund.
 */
@Singleton
public class PurchaseMoves {

    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final Reversals reversals;
    private final MemberLookup members;
    private final OwnMembership own;
    private final Corrections corrections;
    private final IdempotencyKeys requests;
    private final AuditTrail audit;
    private final IdMaker ids;

    PurchaseMoves(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            Reversals reversals,
            MemberLookup members,
            OwnMembership own,
            Corrections corrections,
            IdempotencyKeys requests,
            AuditTrail audit,
            IdMaker ids) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.judge = judge;
        this.answers = answers;
        this.reversals = reversals;
        this.members = members;
        this.own = own;
        this.corrections = corrections;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Moves a purchase to another member.
     *
     * @throws Problem {@code purchase_not_attached}, {@code purchase_already_attached} when it is that member's already,
     *     {@code own_membership}, {@code member_not_found}, {@code purchase_not_found}
     */
    Correction move(Caller.SignedInStaff by, Optional<String> key, UUID purchaseId, MemberReference to, Why why) {
        UUID receiver = members.receiver(to);
        record Asked(UUID purchase, UUID to, CorrectionReason reason, String explanation) {}
        String asked = new Asked(purchaseId, receiver, why.reason(), why.explanation()).toString();
        return act(new IdempotencyKeys.Request(by, key, "move", asked), by, purchaseId, Optional.of(receiver), why);
    }

    /**
     * Makes a purchase nobody's again; receipts sent again no longer attach it, people may.
     *
     * @throws Problem {@code purchase_not_attached}, {@code own_membership}, {@code purchase_not_found}
     */
    Correction detach(Caller.SignedInStaff by, Optional<String> key, UUID purchaseId, Why why) {
        record Asked(UUID purchase, CorrectionReason reason, String explanation) {}
        String asked = new Asked(purchaseId, why.reason(), why.explanation()).toString();
        return act(new IdempotencyKeys.Request(by, key, "detach", asked), by, purchaseId, Optional.empty(), why);
    }

    private Correction act(
            IdempotencyKeys.Request request, Caller.SignedInStaff by, UUID purchaseId, Optional<UUID> to, Why why) {
        IdempotencyKeys.Made made = requests.once(request, ids.next(), id -> points.post(session -> {
            Moved moved = moveIn(session, by, purchaseId, to);
            Correction correction = record(moved, id, by, why);
            tell(moved);
            moved.desk().write(rows);
            audit.record(
                    by, to.isPresent() ? "purchase.moved" : "purchase.detached", "purchase", purchaseId,
                    "reason", why.reason().value(), "explanation", why.explanation(),
                    "to", to.map(PublicId.MEMBER::format).orElse(""));
            return correction;
        }));
        return corrections.find(made.resourceId()).orElseThrow();
    }

    /** What moving, or without a receiver detaching, would do to the members. */
    List<MemberEffect> preview(Caller.SignedInStaff by, UUID purchaseId, Optional<MemberReference> to) {
        Optional<UUID> receiver = to.map(members::receiver);
        return points.tryOut(session -> moveIn(session, by, purchaseId, receiver).effects());
    }

    private record Moved(PostingDesk desk, Reversals.Taken taken, Purchase after, UUID from, List<MemberEffect> effects) {}

    private Moved moveIn(LedgerSession session, Caller.SignedInStaff by, UUID purchaseId, Optional<UUID> to)
            throws SQLException {
        NaturalKey key = Optional.ofNullable(purchases.keys(Set.of(purchaseId)).get(purchaseId))
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
        Purchase purchase = stored.get(key);
        UUID from = purchase.memberId().orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_ATTACHED));
        if (to.filter(receiver -> members.same(from, receiver)).isPresent()) {
            throw Problem.of(ProblemCode.PURCHASE_ALREADY_THERE);
        }
        Set<UUID> both = new HashSet<>(Set.of(from));
        to.ifPresent(both::add);
        own.refuse(by, both);
        PostingDesk desk = desks.open(session, stored, both, Set.of(from), List.of(purchaseId));
        List<MemberEffect> effects = new ArrayList<>();
        MemberEffect loser = MemberEffect.before(session.member(from), desk.program());
        Optional<MemberEffect> winner =
                to.map(member -> MemberEffect.before(session.member(member), desk.program()));
        Reversals.Taken taken = reversals.reverse(desk, purchase, to.isPresent() ? Reason.MOVED : Reason.DETACHED);
        Purchase after = to.map(member -> judge.attached(desk, taken.purchase(), member, Arrival.moved()))
                .orElse(taken.purchase());
        desk.change(answers.keep(desk, after, answers.posted(desk, after, Set.of())));
        effects.add(loser.after(session.member(from), desk.program()));
        winner.ifPresent(effect ->
                effects.add(effect.after(session.member(effect.memberId()), desk.program())));
        return new Moved(desk, taken, after, from, effects);
    }

    private Correction record(Moved moved, UUID id, Caller.SignedInStaff by, Why why) {
        Correction correction = new Correction(
                id, moved.desk().program().dateOf(moved.desk().now()), moved.desk().now(),
                moved.after().memberId().isPresent() ? CorrectionKind.MOVE : CorrectionKind.DETACHMENT,
                Correction.Actor.of(by, moved.after().head()), Optional.of(moved.from()), moved.after().memberId(),
                Optional.of(moved.after().id()), -moved.taken().points(), moved.taken().debt(), Optional.of(why.reason()),
                why.explanation());
        corrections.add(moved.desk().ledger().batch(), correction);
        return correction;
    }

    private static void tell(Moved moved) {
        PostingDesk desk = moved.desk();
        String purchase = "{\"purchaseId\":\"" + PublicId.PURCHASE.format(moved.after().id()) + "\",";
        String type = moved.after().memberId().isPresent() ? "purchase.moved" : "purchase.detached";
        desk.tell(
                Optional.of(moved.from()), type, purchase + "\"points\":" + -moved.taken().points() + "}", desk.now());
        moved.after()
                .memberId()
                .ifPresent(member -> desk.tell(
                        Optional.of(member), type, purchase + "\"points\":" + moved.after().points() + "}", desk.now()));
    }
}
