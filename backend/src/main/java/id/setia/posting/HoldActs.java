package id.setia.posting;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberState;
import id.setia.points.Held;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is done to holds inside a transaction, alone or as the payment of a purchase. */
@Singleton
class HoldActs {

    private static final String SOURCE = "hold";

    private final HoldRows rows;
    private final RewardHold rewards;
    private final Outbox outbox;
    private final IdMaker ids;

    HoldActs(HoldRows rows, RewardHold rewards, Outbox outbox, IdMaker ids) {
        this.rows = rows;
        this.rewards = rewards;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Refuses who cannot use points at all, whatever they have.
     *
     * @throws Problem {@code spending_not_allowed}
     */
    void refuseMember(ActDesk desk, HoldOrder order) {
        FoundMember member = desk.member(order.memberId());
        if (member == null || !member.state().maySpend() || !member.id().equals(order.memberId())) {
            throw Problem.of(ProblemCode.SPENDING_NOT_ALLOWED);
        }
    }

    /**
     * Refuses what cannot be set aside, before anything is changed; it tells of what the member has.
     *
     * @throws Problem {@code insufficient_points}, and why the reward cannot be had
     */
    void refuse(ActDesk desk, HoldOrder order) {
        rewards.refuse(desk, order);
        desk.ledger().member(order.memberId()).requireAvailable(order.points());
    }

    /**
     * Sets aside what was not refused.
     *
     * @param proof by what the member proved to be there
     */
    Hold create(ActDesk desk, UUID id, HoldOrder order, String proof) {
        rewards.setAside(desk, id, order);
        Held held = desk.ledger().member(order.memberId())
                .hold(posting("hold:" + id, TransactionKind.HOLD, id, desk.now()), order.points());
        Hold hold = Hold.created(id, order, held.lots(), proof, desk.now());
        put(desk, hold, "hold.created", desk.now());
        return hold;
    }

    /**
     * Uses an open hold, in whole or in part; what is left over comes back.
     *
     * @param points more than 0, at most what it holds
     */
    Hold confirm(ActDesk desk, Hold hold, long points) throws SQLException {
        Hold confirmed = use(desk, hold, points, Optional.empty());
        rewards.use(desk, confirmed);
        return confirmed;
    }

    /** The same, of a hold that sets aside points alone and pays for a purchase. */
    Hold pay(PostingDesk desk, Hold hold, long points, UUID purchaseId) {
        return use(desk, hold, points, Optional.of(purchaseId));
    }

    private Hold use(HoldDesk desk, Hold hold, long points, Optional<UUID> purchaseId) {
        Instant now = desk.ledger().now();
        Posting posting = new Posting(
                "hold:" + hold.id() + ":confirm",
                TransactionKind.HOLD_CONFIRMATION,
                purchaseId.map(id -> new Source("purchase", id)).orElseGet(() -> new Source(SOURCE, hold.id())),
                now,
                "{}");
        desk.ledger().member(hold.memberId()).confirm(posting, hold.lots(), points, hold.partnerId());
        Hold confirmed = hold.confirmed(points, purchaseId, now);
        forfeitOfWhoLeft(desk, hold);
        put(desk, confirmed, "hold.confirmed", now);
        return confirmed;
    }

    /** Lets an open hold go. */
    Hold cancel(ActDesk desk, Hold hold) {
        Hold cancelled =
                letGo(desk, hold.ended(HoldState.CANCELLED, desk.now()), TransactionKind.HOLD_CANCELLATION);
        rewards.letGo(desk, cancelled);
        return cancelled;
    }

    /** Lets an overdue hold go, at the very moment its time was over. */
    Hold timeOut(ActDesk desk, Hold hold) {
        Hold over = timeOutPayment(desk, hold);
        rewards.letGo(desk, over);
        return over;
    }

    /** The same, of a hold that sets aside points alone. */
    Hold timeOutPayment(HoldDesk desk, Hold hold) {
        return letGo(desk, hold.ended(HoldState.EXPIRED, hold.expiresAt()), TransactionKind.HOLD_TIMEOUT);
    }

    private Hold letGo(HoldDesk desk, Hold ended, TransactionKind kind) {
        Instant at = ended.endedAt().orElseThrow();
        desk.ledger().member(ended.memberId())
                .letGo(posting("hold:" + ended.id() + ":cancel", kind, ended.id(), at), ended.lots());
        forfeitOfWhoLeft(desk, ended);
        put(desk, ended, "hold." + ended.state().value(), at);
        return ended;
    }

    /**
     * Gives back points that a confirmed hold used.
     *
     * @param points more than 0, at most what was used and has not come back yet
     * @param grace how long those whose lot has expired meanwhile may still be used
     */
    Hold giveBack(
            PostingDesk desk, Hold hold, long points, UUID refundId, Instant occurredAt, Duration grace) {
        Posting posting = new Posting(
                "giveback:" + refundId + ":" + hold.id(),
                TransactionKind.GIVE_BACK,
                new Source("refund", refundId),
                occurredAt,
                "{}");
        desk.ledger().member(hold.memberId())
                .giveBack(posting, hold.comingBack(points), hold.partnerId(), desk.now().plus(grace));
        Hold changed = hold.givingBack(points);
        forfeitOfWhoLeft(desk, hold, "closing:refund:" + refundId + ":" + hold.id());
        put(desk, changed, "hold.points_given_back", occurredAt);
        return changed;
    }

    private static void forfeitOfWhoLeft(HoldDesk desk, Hold hold) {
        forfeitOfWhoLeft(desk, hold, "closing:hold:" + hold.id());
    }

    /** What comes back to a membership that has ended lapses. */
    private static void forfeitOfWhoLeft(HoldDesk desk, Hold hold, String key) {
        FoundMember member = desk.member(hold.memberId());
        MemberLedger ledger = desk.ledger().member(hold.memberId());
        boolean left = member.state() == MemberState.CLOSED || member.state() == MemberState.ERASED;
        if (left && ledger.available() + ledger.pending() > 0) {
            ledger.forfeit(posting(key, TransactionKind.EXPIRY, hold.id(), desk.ledger().now()));
        }
    }

    private static Posting posting(String key, TransactionKind kind, UUID holdId, Instant at) {
        return new Posting(key, kind, new Source(SOURCE, holdId), at, "{}");
    }

    private void put(HoldDesk desk, Hold hold, String event, Instant at) {
        LedgerSession session = desk.ledger();
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
