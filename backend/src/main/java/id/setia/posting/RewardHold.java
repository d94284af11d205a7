package id.setia.posting;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Transactions;
import id.setia.limits.LimitDesk;
import id.setia.limits.Limits;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.points.SetAside;
import id.setia.rewards.Redemption;
import id.setia.rewards.RedemptionState;
import id.setia.rewards.Redemptions;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardIssue;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reward of a hold: a piece of its stock, and its price of the budget, set aside with the points; confirmed, it is a
 * redemption like any other.
 */
@Singleton
class RewardHold implements HoldPart {

    private static final SetAside NOTHING_YET = new SetAside(List.of());

    private final Rewards rewards;
    private final RewardIssue issue;
    private final Redemptions redemptions;
    private final RewardTakers takers;
    private final Limits limits;
    private final Transactions transactions;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;

    RewardHold(
            Rewards rewards,
            RewardIssue issue,
            Redemptions redemptions,
            RewardTakers takers,
            Limits limits,
            Transactions transactions,
            Outbox outbox,
            IdMaker ids,
            Json json) {
        this.rewards = rewards;
        this.issue = issue;
        this.redemptions = redemptions;
        this.takers = takers;
        this.limits = limits;
        this.transactions = transactions;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    @Override
    public void setAside(LedgerSession session, UUID holdId, HoldOrder order) {
        order.rewardId().ifPresent(rewardId -> transactions.write(connection -> {
            LimitDesk desk = limits.lock(connection, Rewards.counters(rewardId));
            Reward reward = rewards.offered(rewardId);
            MemberLedger ledger = session.member(order.memberId());
            issue.reserve(session.batch(), desk, reward, takers.of(ledger, session.now()), session.now());
            desk.write(session.batch());
            issue.note(
                    session.batch(),
                    new Redemption(
                            holdId,
                            ledger.memberId(),
                            rewardId,
                            RedemptionState.RESERVED,
                            order.points(),
                            reward.money(),
                            order.partnerId(),
                            json.write(NOTHING_YET),
                            "client",
                            order.clientId(),
                            session.now(),
                            Optional.empty()));
            return null;
        }));
    }

    @Override
    public void use(LedgerSession session, Hold hold) {
        reserved(hold).ifPresent(redemption -> transactions.write(connection -> {
            Redemption done =
                    redemption.confirmed(hold.memberId(), json.write(hold.lots()), session.now());
            issue.confirm(
                    connection,
                    session.batch(),
                    rewards.offered(redemption.rewardId()),
                    done,
                    hold.storeId(),
                    session.now());
            outbox.add(
                    session.batch(),
                    new Event(
                            ids.next(),
                            Optional.of(hold.memberId()),
                            session.member(hold.memberId()).lastSeq(),
                            "reward.redeemed",
                            1,
                            json.write(RedemptionEvent.of(done)),
                            session.now(),
                            session.now()));
            return null;
        }));
    }

    @Override
    public void letGo(LedgerSession session, Hold hold) {
        reserved(hold).ifPresent(redemption -> issue.release(redemption, session.now()));
    }

    private Optional<Redemption> reserved(Hold hold) {
        return hold.purpose() == HoldPurpose.REWARD
                ? redemptions.find(hold.id()).filter(found -> found.state() == RedemptionState.RESERVED)
                : Optional.empty();
    }
}
