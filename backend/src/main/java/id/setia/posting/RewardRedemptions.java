package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Version;
import id.setia.members.MemberMerges;
import id.setia.members.MemberState;
import id.setia.members.OwnMembership;
import id.setia.members.OwnSpending;
import id.setia.members.SpendingProof;
import id.setia.members.SpendingProofs;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.StoreState;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.SetAside;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.Settings;
import id.setia.rewards.Redemption;
import id.setia.rewards.RedemptionState;
import id.setia.rewards.Redemptions;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardIssue;
import id.setia.rewards.RewardKind;
import id.setia.rewards.RewardOrder;
import id.setia.rewards.RewardPolicy;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for taking rewards for points: points, stock and the voucher or order in one transaction, or nothing. */
@Singleton
public class RewardRedemptions {

    private static final String SOURCE = "redemption";

    private final ActLine line;
    private final Rewards rewards;
    private final RewardIssue issue;
    private final Redemptions redemptions;
    private final MemberMerges merges;
    private final PartnerDirectory partners;
    private final OwnMembership own;
    private final SpendingProofs proofs;
    private final OwnSpending ownSpending;
    private final IdempotencyKeys requests;
    private final Settings settings;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;

    RewardRedemptions(
            ActLine line,
            Rewards rewards,
            RewardIssue issue,
            Redemptions redemptions,
            MemberMerges merges,
            PartnerDirectory partners,
            OwnMembership own,
            SpendingProofs proofs,
            OwnSpending ownSpending,
            IdempotencyKeys requests,
            Settings settings,
            Outbox outbox,
            IdMaker ids,
            Json json) {
        this.line = line;
        this.rewards = rewards;
        this.issue = issue;
        this.redemptions = redemptions;
        this.merges = merges;
        this.partners = partners;
        this.own = own;
        this.proofs = proofs;
        this.ownSpending = ownSpending;
        this.requests = requests;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    /**
     * What is to be taken.
     *
     * @param storeId for a thing: where it is fetched from
     */
    public record Order(UUID memberId, UUID rewardId, Optional<UUID> storeId) {}

    /**
     * Takes a reward for a member's points, once for each key of a caller.
     *
     * @param by the member, or staff for them
     * @return id of the redemption
     * @throws Problem {@code reward_not_found}; why the member cannot have it: {@code insufficient_points},
     *     {@code sold_out}, {@code tier_required}, {@code reward_not_yet}, {@code reward_ended}, {@code reward_withdrawn},
     *     {@code member_limit_reached}, {@code spending_not_allowed}; {@code store_not_found}, {@code own_membership}; {@code
     *     spending_locked}, {@code spending_cooling_off}, {@code redemption_proof_required}, {@code redemption_proof_wrong}
     */
    public UUID redeem(Caller by, Optional<String> key, Order order) {
        return redeem(by, key, order, Optional.empty());
    }

    /**
     * The same with a proof sent along.
     *
     * @param proof the member's PIN, where they have not proved lately to be themselves
     */
    public UUID redeem(Caller by, Optional<String> key, Order order, Optional<SpendingProof> proof) {
        own.refuse(by, Set.of(order.memberId()));
        SpendingProofs.Shown shown = by instanceof Caller.SignedInMember member
                ? ownSpending.look(member, proof)
                : new SpendingProofs.Shown(proof, false);
        try {
            return line.perform(redeeming(by, key, order, shown));
        } catch (Problem refused) {
            throw refused.code() == ProblemCode.REDEMPTION_PROOF_WRONG ? proofs.failed(order.memberId(), shown) : refused;
        }
    }

    PointsAct<UUID> redeeming(Caller by, Optional<String> key, Order order, SpendingProofs.Shown shown) {
        String content = order.memberId() + " " + order.rewardId() + " "
                + order.storeId().map(UUID::toString).orElse("");
        IdempotencyKeys.Named request = requests.named(new IdempotencyKeys.Request(by, key, "redeem", content));
        UUID id = ids.next();
        return PointsAct.of(
                        order.memberId(),
                        desk -> desk.requests()
                                .once(desk.batch(), request, id, () -> redeem(desk, by, id, order, shown))
                                .resourceId())
                .once(request)
                .spending(Optional.empty())
                .forReward(Optional.of(order.rewardId()));
    }

    private void redeem(ActDesk desk, Caller by, UUID id, Order order, SpendingProofs.Shown shown) throws SQLException {
        desk.proofs().refuse(order.memberId(), shown);
        Reward reward = rewards.offered(order.rewardId());
        refuseStore(reward, order.storeId());
        if (by instanceof Caller.SignedInMember themselves) {
            ownSpending.require(themselves, reward.points(), shown);
        }
        issue.refuse(desk.limits(), reward, desk.taker(order.memberId(), reward), desk.past(), desk.now());
        issue.reserve(desk.batch(), desk.limits(), reward, desk.now());
        MemberLedger ledger = desk.ledger().member(order.memberId());
        LedgerTransaction spent = ledger.spend(
                new Posting("redemption:" + id, TransactionKind.REDEMPTION, new Source(SOURCE, id), desk.now(), "{}"),
                reward.points(),
                reward.honouringPartnerId());
        Redemption redemption = new Redemption(
                id,
                ledger.memberId(),
                reward.id(),
                RedemptionState.DONE,
                reward.points(),
                reward.money(),
                reward.honouringPartnerId(),
                json.write(spent.taken()),
                by instanceof Caller.SignedInStaff ? "staff" : "member",
                by.actorId().orElseThrow(),
                desk.now(),
                Optional.empty());
        issue.confirm(
                desk.ledger().connection(), desk.batch(), reward, redemption, order.storeId(), desk.now());
        desk.past().take(redemption);
        tell(desk, "reward.redeemed", redemption);
        if (by instanceof Caller.SignedInStaff) {
            desk.audit(AuditTrail.entry(
                    by, "reward.redeemed", "member", ledger.memberId(), "rewardId", reward.id().toString()));
        }
    }

    /**
     * Takes a redemption back: points to the lots they came from, the piece to the stock; its voucher or order ends. Taken
     * back before, nothing changes.
     *
     * @param by the member, within the time the programme gives, or staff for them
     * @throws Problem {@code redemption_not_found}, {@code redemption_final}, {@code own_membership}
     */
    public void cancel(Caller by, UUID memberId, UUID redemptionId) {
        Redemption known = redemptions.find(redemptionId)
                .filter(redemption -> merges.family(memberId).contains(redemption.memberId()))
                .orElseThrow(() -> Problem.of(ProblemCode.REDEMPTION_NOT_FOUND));
        cancel(by, known, Optional.empty());
    }

    /** Takes back what was ordered, while the caller has seen its latest state; refused as {@link #cancel} is. */
    void cancelOrder(Caller by, RewardOrder order, Version seen) {
        cancel(by, redemptions.find(order.redemptionId()).orElseThrow(), Optional.of(seen));
    }

    private void cancel(Caller by, Redemption known, Optional<Version> orderSeen) {
        own.refuse(by, Set.of(known.memberId()));
        if (known.isGift()) {
            throw Problem.of(ProblemCode.REDEMPTION_FINAL);
        }
        line.perform(cancelling(by, known, orderSeen));
    }

    PointsAct<Redemption> cancelling(Caller by, Redemption known, Optional<Version> orderSeen) {
        SetAside used = json.read(known.lots(), SetAside.class);
        return PointsAct.of(known.memberId(), desk -> cancel(desk, by, known, used, orderSeen))
                .onRedemption(known.id(), used.lots());
    }

    private Redemption cancel(ActDesk desk, Caller by, Redemption known, SetAside used, Optional<Version> orderSeen)
            throws SQLException {
        Redemption redemption = desk.redemption(known.id()).orElseThrow();
        switch (redemption.state()) {
            case CANCELLED -> {
                return redemption;
            }
            case RESERVED -> throw Problem.of(ProblemCode.REDEMPTION_FINAL);
            case DONE -> { }
        }
        boolean staff = by instanceof Caller.SignedInStaff;
        Redemption cancelled = issue.cancel(
                desk.ledger().connection(),
                desk.batch(),
                desk.limits(),
                desk.past(),
                redemption,
                staff ? RewardIssue.Canceller.STAFF : RewardIssue.Canceller.MEMBER,
                orderSeen,
                desk.now());
        desk.put(cancelled);
        desk.ledger().member(redemption.memberId())
                .giveBack(
                        new Posting(
                                "redemption:" + redemption.id() + ":cancel",
                                TransactionKind.REDEMPTION_UNDONE,
                                new Source(SOURCE, redemption.id()),
                                desk.now(),
                                "{}"),
                        used,
                        redemption.honouringPartnerId(),
                        RewardPolicy.of(settings).graceUntil(desk.now()));
        forfeitOfWhoLeft(desk, redemption);
        tell(desk, "redemption.cancelled", redemption);
        if (staff) {
            desk.audit(AuditTrail.entry(
                    by, "redemption.cancelled", "member", redemption.memberId(), "redemptionId", redemption.id().toString()));
        }
        return cancelled;
    }

    /** What comes back to a membership that has ended lapses. */
    private static void forfeitOfWhoLeft(ActDesk desk, Redemption redemption) {
        MemberLedger ledger = desk.ledger().member(redemption.memberId());
        MemberState state = desk.member(redemption.memberId()).state();
        boolean left = state == MemberState.CLOSED || state == MemberState.ERASED;
        if (left && ledger.available() + ledger.pending() > 0) {
            ledger.forfeit(new Posting(
                    "closing:redemption:" + redemption.id(),
                    TransactionKind.EXPIRY,
                    new Source(SOURCE, redemption.id()),
                    desk.now(),
                    "{}"));
        }
    }

    private void refuseStore(Reward reward, Optional<UUID> storeId) {
        if (reward.kind() == RewardKind.PRODUCT) {
            UUID store = storeId.orElseThrow(() -> Problem.invalid("/storeId", "required"));
            partners.store(store)
                    .filter(found -> found.state() == StoreState.OPEN
                            && found.partnerId().equals(reward.honouringPartnerId()))
                    .orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        } else if (storeId.isPresent()) {
            throw Problem.invalid("/storeId", "must_be_absent");
        }
    }

    private void tell(ActDesk desk, String type, Redemption redemption) {
        outbox.add(
                desk.batch(),
                new Event(
                        ids.next(),
                        Optional.of(redemption.memberId()),
                        desk.ledger().member(redemption.memberId()).lastSeq(),
                        type,
                        1,
                        json.write(RedemptionEvent.of(redemption)),
                        desk.now(),
                        desk.now()));
    }
}
