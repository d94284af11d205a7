package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Version;
import id.setia.limits.LimitDesk;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The door for taking rewards, as steps of a transaction that has locked the member and then the reward's counter. A step
 * adds its rows to the batch; the counters are written by whoever locked them.
 */
@Singleton
public class RewardIssue {

    private final RewardShelf shelf;
    private final Redemptions redemptions;
    private final VoucherRows vouchers;
    private final VoucherCodes codes;
    private final CodePools pools;
    private final OrderRows orders;
    private final RewardNews news;
    private final ProgramSettings program;
    private final Settings settings;
    private final IdMaker ids;

    RewardIssue(
            RewardShelf shelf,
            Redemptions redemptions,
            VoucherRows vouchers,
            VoucherCodes codes,
            CodePools pools,
            OrderRows orders,
            RewardNews news,
            ProgramSettings program,
            Settings settings,
            IdMaker ids) {
        this.shelf = shelf;
        this.redemptions = redemptions;
        this.vouchers = vouchers;
        this.codes = codes;
        this.pools = pools;
        this.orders = orders;
        this.news = news;
        this.program = program;
        this.settings = settings;
        this.ids = ids;
    }

    /** Who takes a redemption back. */
    public enum Canceller {
        /** Within the time the programme gives. */
        MEMBER,
        /** At any time. */
        STAFF
    }

    /**
     * Refuses what the member cannot have.
     *
     * @param desk holds the {@link Rewards#counters} of the reward
     * @throws Problem with the code of the first reason: {@code sold_out}, {@code tier_required}, …
     */
    public void refuse(LimitDesk desk, Reward reward, RewardMember member, PastTakings past, Instant now) {
        shelf.refuseUnavailable(reward, member, past, left(desk, reward), now);
    }

    /** Takes one piece of the stock and its price of the budget, of a reward that the member was not refused. */
    public void reserve(Batch batch, LimitDesk desk, Reward reward, Instant now) {
        if (!desk.take(Rewards.budget(reward.id()), reward.points())) {
            throw Problem.of(ProblemCode.SOLD_OUT);
        }
        take(batch, desk, reward, now);
    }

    private static OptionalLong left(LimitDesk desk, Reward reward) {
        UUID budget = Rewards.budget(reward.id());
        long left = Math.min(
                desk.left(reward.id()),
                desk.isLimited(budget) ? desk.left(budget) / reward.points() : Long.MAX_VALUE);
        return left == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(left);
    }

    private void take(Batch batch, LimitDesk desk, Reward reward, Instant now) {
        if (!desk.take(reward.id(), 1)) {
            throw Problem.of(ProblemCode.SOLD_OUT);
        }
        tellOfLastCodes(batch, desk, reward, now);
    }

    private void tellOfLastCodes(Batch batch, LimitDesk desk, Reward reward, Instant now) {
        if (reward.kind() == RewardKind.VOUCHER_POOL) {
            long left = desk.left(reward.id());
            if (left == 0 || left == RewardPolicy.of(settings).lowCodes()) {
                news.codesRunOut(batch, reward.id(), left, now);
            }
        }
    }

    /** Notes a redemption that a hold decides on, after {@link #reserve}. */
    public void note(Batch batch, PastTakings past, Redemption reserved) {
        redemptions.add(batch, reserved);
        past.take(reserved);
    }

    /** Lets a reserved redemption go: its piece of the stock and its price of the budget are there again. */
    public Redemption release(Batch batch, LimitDesk desk, PastTakings past, Redemption reserved, Instant now) {
        Redemption released = reserved.cancelled(now);
        giveBack(batch, desk, past, reserved, released);
        return released;
    }

    private void giveBack(Batch batch, LimitDesk desk, PastTakings past, Redemption redemption, Redemption cancelled) {
        desk.giveBack(redemption.rewardId(), 1);
        desk.giveBack(Rewards.budget(redemption.rewardId()), redemption.points());
        redemptions.add(batch, cancelled);
        past.undo(redemption);
    }

    /**
     * Gives what was reserved: the redemption with its voucher or order.
     *
     * @param storeId for a thing: the store it is fetched from
     */
    public void confirm(
            Connection connection, Batch batch, Reward reward, Redemption redemption, Optional<UUID> storeId, Instant now)
            throws SQLException {
        redemptions.add(batch, redemption);
        switch (reward.kind()) {
            case VOUCHER_GENERATED, TILL_DISCOUNT, PARTNER_REWARD ->
                vouchers.add(batch, voucher(reward, redemption, VoucherCode.random(), OptionalLong.empty(), now));
            case VOUCHER_POOL -> {
                CodePools.PoolCode code = pools.next(connection, reward.id());
                vouchers.add(
                        batch, voucher(reward, redemption, code.code(), OptionalLong.of(code.position()), now));
            }
            case PRODUCT -> {
                RewardOrder order = new RewardOrder(
                        ids.next(),
                        redemption.id(),
                        redemption.memberId(),
                        reward.id(),
                        storeId.orElseThrow(() -> Problem.invalid("/storeId", "required")),
                        OrderState.PLACED,
                        1,
                        now,
                        now);
                orders.add(batch, order);
                news.tell(batch, order, now);
            }
            case DONATION -> {
                return;
            }
        }
    }

    /**
     * Gives a member a voucher of the reward for no points, by an offer: takes one piece of the stock; the budget is for
     * those who pay with points.
     *
     * @param gift see {@link Redemption#gift}
     * @throws Problem as {@link Reward#refuseUnlessOffered}, {@code sold_out}
     */
    public void give(
            Connection connection, Batch batch, LimitDesk desk, Reward reward, Redemption gift, Instant now)
            throws SQLException {
        reward.refuseUnlessOffered(now);
        take(batch, desk, reward, now);
        confirm(connection, batch, reward, gift, Optional.empty(), now);
    }

    /**
     * Takes a gift back whose voucher is good still and no imported code that was shown; its piece of the stock is there
     * again.
     *
     * @return whether it was
     */
    public boolean takeBack(Connection connection, Batch batch, LimitDesk desk, UUID redemptionId, Instant now)
            throws SQLException {
        return takeBack(
                connection,
                batch,
                desk,
                redemptions.lock(connection, redemptionId),
                vouchers.lockOfRedemption(connection, redemptionId),
                now);
    }

    /**
     * The same for a gift that is to be withdrawn: a voucher that is used ends with that use, so that it is not good again
     * should the use be undone; its piece of the stock stays taken.
     *
     * @return whether it was taken back
     */
    public boolean withdraw(Connection connection, Batch batch, LimitDesk desk, UUID redemptionId, Instant now)
            throws SQLException {
        Optional<Redemption> gift = redemptions.lock(connection, redemptionId);
        Optional<Voucher> voucher = vouchers.lockOfRedemption(connection, redemptionId);
        voucher.filter(found -> found.state() == VoucherState.USED)
                .ifPresent(used -> vouchers.change(batch, used.withdrawn(now)));
        return takeBack(connection, batch, desk, gift, voucher, now);
    }

    private boolean takeBack(
            Connection connection,
            Batch batch,
            LimitDesk desk,
            Optional<Redemption> gift,
            Optional<Voucher> voucher,
            Instant now)
            throws SQLException {
        if (gift.isEmpty() || voucher.filter(found -> found.isReturnable(now)).isEmpty()) {
            return false;
        }
        cancel(connection, batch, voucher.get(), now);
        desk.giveBack(gift.get().rewardId(), 1);
        redemptions.add(batch, gift.get().cancelled(now));
        return true;
    }

    private Voucher voucher(
            Reward reward, Redemption redemption, String code, OptionalLong poolPosition, Instant now) {
        UUID id = ids.next();
        return new Voucher(
                id,
                redemption.id(),
                redemption.memberId(),
                reward.id(),
                redemption.honouringPartnerId(),
                codes.hash(code),
                codes.seal(code, "voucher", id.toString()),
                poolPosition,
                VoucherTerms.of(reward),
                VoucherState.ISSUED,
                now,
                reward.definition().voucherExpiry(program.current(), now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Takes a redemption back: its voucher or order ends and its piece of the stock is there again; the points are the
     * caller's to give back.
     *
     * @param redemption locked, and not cancelled yet
     * @param orderSeen which state of its order the caller saw, where they named one
     * @return it as it then is
     * @throws Problem {@code redemption_final} when its time is over, the voucher was used or has expired, an imported code
     *     was shown, or the order is too far
     */
    public Redemption cancel(
            Connection connection,
            Batch batch,
            LimitDesk desk,
            PastTakings past,
            Redemption redemption,
            Canceller by,
            Optional<Version> orderSeen,
            Instant now)
            throws SQLException {
        boolean late = !now.isBefore(RewardPolicy.of(settings).cancellableUntil(redemption.redeemedAt()));
        if (by == Canceller.MEMBER && late) {
            throw Problem.of(ProblemCode.REDEMPTION_FINAL);
        }
        Optional<Voucher> voucher = vouchers.lockOfRedemption(connection, redemption.id());
        if (voucher.isPresent()) {
            cancel(connection, batch, voucher.get(), now);
        }
        Optional<RewardOrder> order = orders.lockOfRedemption(connection, redemption.id());
        if (order.isPresent()) {
            orderSeen.ifPresent(seen -> seen.mustBe(order.get().version()));
            cancel(batch, order.get(), by, now);
        }
        Redemption cancelled = redemption.cancelled(now);
        giveBack(batch, desk, past, redemption, cancelled);
        return cancelled;
    }

    private void cancel(Connection connection, Batch batch, Voucher voucher, Instant now) throws SQLException {
        if (!voucher.isReturnable(now)) {
            throw Problem.of(ProblemCode.REDEMPTION_FINAL);
        }
        if (voucher.imported()) {
            pools.putBack(connection, voucher.rewardId(), voucher.poolPosition().getAsLong());
            vouchers.change(batch, voucher.cancelledWithoutCode(codes.hash("cancelled:" + voucher.id())));
        } else {
            vouchers.change(batch, voucher.cancelled());
        }
    }

    private void cancel(Batch batch, RewardOrder order, Canceller by, Instant now) {
        boolean may = switch (by) {
            case MEMBER -> order.state() == OrderState.PLACED;
            case STAFF -> order.state().next().contains(OrderState.CANCELLED);
        };
        if (!may) {
            throw Problem.of(ProblemCode.REDEMPTION_FINAL);
        }
        RewardOrder cancelled = order.to(OrderState.CANCELLED, now);
        orders.add(batch, cancelled);
        news.tell(batch, cancelled, now);
    }
}
