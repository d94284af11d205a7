package id.setia.posting;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.points.Held;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is done to holds inside a transaction whose session has locked their member among those who may lose points. */
@Singleton
class HoldActs {

    private static final String SOURCE = "hold";

    private final HoldRows rows;
    private final List<HoldPart> parts;
    private final MemberRegistry members;
    private final Outbox outbox;
    private final IdMaker ids;

    HoldActs(HoldRows rows, List<HoldPart> parts, MemberRegistry members, Outbox outbox, IdMaker ids) {
        this.rows = rows;
        this.parts = parts;
        this.members = members;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Sets points aside; what the member's overdue holds still keep comes back first.
     *
     * @param proof by what the member proved to be there
     * @throws Problem {@code spending_not_allowed}, {@code insufficient_points}
     */
    Hold create(LedgerSession session, UUID id, HoldOrder order, String proof) {
        rows.overdue(order.memberId(), session.now()).forEach(hold -> timeOut(session, hold));
        FoundMember member = members.members(Set.of(order.memberId())).get(order.memberId());
        if (member == null || !member.state().maySpend() || !member.id().equals(order.memberId())) {
            throw Problem.of(ProblemCode.SPENDING_NOT_ALLOWED);
        }
        parts.forEach(part -> part.setAside(session, id, order));
        Held held = session.member(order.memberId())
                .hold(posting("hold:" + id, TransactionKind.HOLD, id, session.now()), order.points());
        Hold hold = Hold.created(id, order, held.lots(), proof, session.now());
        put(session, hold, "hold.created", session.now());
        return hold;
    }

    /**
     * Uses an open hold, in whole or in part; what is left over comes back.
     *
     * @param points more than 0, at most what it holds
     * @param purchaseId the purchase they pay for
     */
    Hold confirm(LedgerSession session, Hold hold, long points, Optional<UUID> purchaseId) {
        Posting posting = new Posting(
                "hold:" + hold.id() + ":confirm",
                TransactionKind.HOLD_CONFIRMATION,
                purchaseId.map(id -> new Source("purchase", id)).orElseGet(() -> new Source(SOURCE, hold.id())),
                session.now(),
                "{}");
        session.member(hold.memberId()).confirm(posting, hold.lots(), points, hold.partnerId());
        Hold confirmed = hold.confirmed(points, purchaseId, session.now());
        forfeitOfWhoLeft(session, hold);
        put(session, confirmed, "hold.confirmed", session.now());
        parts.forEach(part -> part.use(session, confirmed));
        return confirmed;
    }

    /** Lets an open hold go. */
    Hold cancel(LedgerSession session, Hold hold) {
        return letGo(session, hold.ended(HoldState.CANCELLED, session.now()), TransactionKind.HOLD_CANCELLATION);
    }

    /** Lets an overdue hold go, at the very moment its time was over. */
    Hold timeOut(LedgerSession session, Hold hold) {
        return letGo(session, hold.ended(HoldState.EXPIRED, hold.expiresAt()), TransactionKind.HOLD_TIMEOUT);
    }

    private Hold letGo(LedgerSession session, Hold ended, TransactionKind kind) {
        Instant at = ended.endedAt().orElseThrow();
        session.member(ended.memberId())
                .letGo(posting("hold:" + ended.id() + ":cancel", kind, ended.id(), at), ended.lots());
        forfeitOfWhoLeft(session, ended);
        put(session, ended, "hold." + ended.state().value(), at);
        parts.forEach(part -> part.letGo(session, ended));
        return ended;
    }

    /**
     * Gives back points that a confirmed hold used.
     *
     * @param points more than 0, at most what was used and has not come back yet
     * @param grace how long those whose lot has expired meanwhile may still be used
     */
    Hold giveBack(
            LedgerSession session, Hold hold, long points, UUID refundId, Instant occurredAt, Duration grace) {
        Posting posting = new Posting(
                "giveback:" + refundId + ":" + hold.id(),
                TransactionKind.GIVE_BACK,
                new Source("refund", refundId),
                occurredAt,
                "{}");
        session.member(hold.memberId())
                .giveBack(posting, hold.comingBack(points), hold.partnerId(), session.now().plus(grace));
        Hold changed = hold.givingBack(points);
        forfeitOfWhoLeft(session, hold, "closing:refund:" + refundId + ":" + hold.id());
        put(session, changed, "hold.points_given_back", occurredAt);
        return changed;
    }

    private void forfeitOfWhoLeft(LedgerSession session, Hold hold) {
        forfeitOfWhoLeft(session, hold, "closing:hold:" + hold.id());
    }

    /** What comes back to a membership that has ended lapses. */
    private void forfeitOfWhoLeft(LedgerSession session, Hold hold, String key) {
        FoundMember member = members.members(Set.of(hold.memberId())).get(hold.memberId());
        MemberLedger ledger = session.member(hold.memberId());
        boolean left = member.state() == MemberState.CLOSED || member.state() == MemberState.ERASED;
        if (left && ledger.available() + ledger.pending() > 0) {
            ledger.forfeit(posting(key, TransactionKind.EXPIRY, hold.id(), session.now()));
        }
    }

    private static Posting posting(String key, TransactionKind kind, UUID holdId, Instant at) {
        return new Posting(key, kind, new Source(SOURCE, holdId), at, "{}");
    }

    private void put(LedgerSession session, Hold hold, String event, Instant at) {
        rows.put(session.batch(), hold);
        String payload = "{\"holdId\":\"" + PublicId.HOLD.format(hold.id()) + "\",\"points\":" + hold.points()
                + ",\"confirmedPoints\":" + hold.confirmedPoints() + ",\"pointsGivenBack\":" + hold.givenBack() + "}";
        outbox.add(
                session.batch(),
                new Event(
                        ids.next(), Optional.of(session.survivor(hold.memberId())),
                        session.member(hold.memberId()).lastSeq(), event, 1, payload, at, session.now()));
    }
}
