package id.setia.posting;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.points.LedgerSession;
import id.setia.points.SetAside;
import id.setia.rewards.Redemption;
import id.setia.rewards.RedemptionState;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardIssue;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reward of a hold: a piece of its stock, and its price of the budget, set aside with the points; confirmed, it is a
 * redemption like any other.
 */
@Singleton
class RewardHold {

    private static final SetAside NOTHING_YET = new SetAside(List.of());

    private final Rewards rewards;
    private final RewardIssue issue;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;

    RewardHold(Rewards rewards, RewardIssue issue, Outbox outbox, IdMaker ids, Json json) {
        this.rewards = rewards;
        this.issue = issue;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    /** Says why the reward cannot be set aside, before anything is changed. */
    void refuse(ActDesk desk, HoldOrder order) {
        if (order.rewardId().isPresent()) {
            Reward reward = rewards.offered(order.rewardId().get());
            issue.refuse(desk.limits(), reward, desk.taker(order.memberId(), reward), desk.past(), desk.now());
        }
    }

    /** Points are about to be set aside; the reward is, too. */
    void setAside(ActDesk desk, UUID holdId, HoldOrder order) {
        if (order.rewardId().isEmpty()) {
            return;
        }
        Reward reward = rewards.offered(order.rewardId().get());
        issue.reserve(desk.batch(), desk.limits(), reward, desk.now());
        issue.note(
                desk.batch(),
                desk.past(),
                new Redemption(
                        holdId,
                        desk.ledger().member(order.memberId()).memberId(),
                        reward.id(),
                        RedemptionState.RESERVED,
                        order.points(),
                        reward.money(),
                        order.partnerId(),
                        json.write(NOTHING_YET),
                        "client",
                        order.clientId(),
                        desk.now(),
                        Optional.empty()));
    }

    /** The hold was confirmed. */
    void use(ActDesk desk, Hold hold) throws SQLException {
        Optional<Redemption> reserved = reserved(desk, hold);
        if (reserved.isEmpty()) {
            return;
        }
        LedgerSession session = desk.ledger();
        Redemption done = reserved.get().confirmed(hold.memberId(), json.write(hold.lots()), desk.now());
        issue.confirm(
                session.connection(), desk.batch(), rewards.offered(done.rewardId()), done, hold.storeId(), desk.now());
        desk.put(done);
        outbox.add(
                desk.batch(),
                new Event(
                        ids.next(),
                        Optional.of(hold.memberId()),
                        session.member(hold.memberId()).lastSeq(),
                        "reward.redeemed",
                        1,
                        json.write(RedemptionEvent.of(done)),
                        desk.now(),
                        desk.now()));
    }

    /** The hold was cancelled or timed out. */
    void letGo(ActDesk desk, Hold hold) {
        reserved(desk, hold)
                .ifPresent(redemption -> desk.put(
                        issue.release(desk.batch(), desk.limits(), desk.past(), redemption, desk.now())));
    }

    private static Optional<Redemption> reserved(ActDesk desk, Hold hold) {
        return hold.purpose() == HoldPurpose.REWARD
                ? desk.redemption(hold.id()).filter(found -> found.state() == RedemptionState.RESERVED)
                : Optional.empty();
    }
}
