package id.setia.rewards;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.members.MemberMerges;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Redemptions with their vouchers and orders, as members and staff read them. */
@Singleton
public class RedemptionAnswers {

    private final Redemptions redemptions;
    private final Rewards rewards;
    private final VoucherRows vouchers;
    private final VoucherCodes codes;
    private final OrderRows orders;
    private final MemberMerges merges;
    private final PartnerDirectory partners;
    private final ProgramSettings program;
    private final Settings settings;
    private final Transactions transactions;
    private final BusinessClock clock;

    RedemptionAnswers(
            Redemptions redemptions,
            Rewards rewards,
            VoucherRows vouchers,
            VoucherCodes codes,
            OrderRows orders,
            MemberMerges merges,
            PartnerDirectory partners,
            ProgramSettings program,
            Settings settings,
            Transactions transactions,
            BusinessClock clock) {
        this.redemptions = redemptions;
        this.rewards = rewards;
        this.vouchers = vouchers;
        this.codes = codes;
        this.orders = orders;
        this.merges = merges;
        this.partners = partners;
        this.program = program;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A page of the member's redemptions.
     *
     * @param own whether the member reads them, who alone sees codes
     */
    public RedemptionListResponse page(UUID memberId, boolean own, Optional<String> cursor, int limit) {
        Page<Redemption> page = redemptions.ofMembers(merges.family(memberId), cursor, limit);
        return new RedemptionListResponse(responses(page.items(), own), page.nextCursor().orElse(null));
    }

    /** @throws Problem {@code redemption_not_found}, also when it is another member's */
    public RedemptionResponse one(UUID memberId, UUID redemptionId, boolean own) {
        return transactions.read(connection -> redemptions.find(redemptionId)
                .filter(redemption -> redemption.memberId().equals(memberId)
                        || merges.family(memberId).contains(redemption.memberId()))
                .map(redemption -> responses(List.of(redemption), own).getFirst())
                .orElseThrow(() -> Problem.of(ProblemCode.REDEMPTION_NOT_FOUND)));
    }

    /**
     * The vouchers that redemptions gave, by redemption; those that gave none are missing.
     *
     * @param own whether their member reads them, who alone sees codes
     */
    public Map<UUID, VoucherResponse> vouchers(Collection<UUID> redemptionIds, boolean own) {
        Instant now = clock.now();
        Map<UUID, VoucherResponse> given = new HashMap<>();
        vouchers.ofRedemptions(redemptionIds).forEach((id, voucher) -> given.put(id, response(voucher, own, now)));
        return given;
    }

    /** What was taken, by redemption: of a voucher as it was then, else as it is called now. */
    public Map<UUID, LocalText> names(Collection<UUID> redemptionIds) {
        Map<UUID, Redemption> found = redemptions.find(redemptionIds);
        Map<UUID, Voucher> given = vouchers.ofRedemptions(redemptionIds);
        Map<UUID, Reward> known = rewards.known(
                found.values().stream().map(Redemption::rewardId).distinct().toList());
        Map<UUID, LocalText> names = new HashMap<>();
        found.forEach((id, redemption) ->
                names.put(id, name(Optional.ofNullable(given.get(id)), known.get(redemption.rewardId()))));
        return names;
    }

    private static LocalText name(Optional<Voucher> voucher, Reward reward) {
        return voucher.map(Voucher::terms).map(VoucherTerms::name).orElse(reward.name());
    }

    private List<RedemptionResponse> responses(List<Redemption> found, boolean own) {
        List<UUID> ids = found.stream().map(Redemption::id).toList();
        Map<UUID, Voucher> given = vouchers.ofRedemptions(ids);
        Map<UUID, RewardOrder> ordered = orders.ofRedemptions(ids);
        Map<UUID, Reward> known = rewards.known(found.stream().map(Redemption::rewardId).distinct().toList());
        Instant now = clock.now();
        return found.stream()
                .map(redemption -> response(
                        redemption,
                        known.get(redemption.rewardId()),
                        Optional.ofNullable(given.get(redemption.id())),
                        Optional.ofNullable(ordered.get(redemption.id())),
                        own,
                        now))
                .toList();
    }

    private RedemptionResponse response(
            Redemption redemption,
            Reward reward,
            Optional<Voucher> voucher,
            Optional<RewardOrder> order,
            boolean own,
            Instant now) {
        Program current = program.current();
        return new RedemptionResponse(
                PublicId.REDEMPTION.format(redemption.id()),
                PublicId.REWARD.format(redemption.rewardId()),
                name(voucher, reward),
                reward.kind(),
                redemption.state(),
                redemption.points(),
                redemption.money() == 0 ? null : current.money(redemption.money()),
                redemption.redeemedAt(),
                redemption.cancelledAt().orElse(null),
                cancellableUntil(redemption, voucher, order, now).orElse(null),
                voucher.map(given -> response(given, own, now)).orElse(null),
                order.map(placed -> response(placed, reward.name())).orElse(null));
    }

    private Optional<Instant> cancellableUntil(
            Redemption redemption, Optional<Voucher> voucher, Optional<RewardOrder> order, Instant now) {
        boolean may = redemption.state() == RedemptionState.DONE
                && !redemption.isGift()
                && voucher.filter(given -> !given.isReturnable(now)).isEmpty()
                && order.filter(placed -> placed.state() != OrderState.PLACED).isEmpty();
        Instant until = RewardPolicy.of(settings).cancellableUntil(redemption.redeemedAt());
        return may && now.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    VoucherResponse response(Voucher voucher, boolean own, Instant now) {
        Program current = program.current();
        VoucherState state = voucher.stateAt(now);
        return new VoucherResponse(
                PublicId.VOUCHER.format(voucher.id()),
                state,
                own && state == VoucherState.REVEALED
                        ? VoucherCode.grouped(codes.open(voucher.code(), "voucher", voucher.id().toString()))
                        : null,
                voucher.imported(),
                voucher.terms().discount() == null ? null : DiscountTerms.of(voucher.terms().discount(), current),
                voucher.terms().money() == 0 ? null : current.money(voucher.terms().money()),
                voucher.issuedAt(),
                voucher.expiresAt().orElse(null),
                voucher.usedAt().orElse(null));
    }

    /** Orders as staff read them. */
    RewardOrderListResponse orders(Page<RewardOrder> page) {
        Map<UUID, Reward> known =
                rewards.known(page.items().stream().map(RewardOrder::rewardId).distinct().toList());
        return new RewardOrderListResponse(
                page.items().stream()
                        .map(order -> response(order, known.get(order.rewardId()).name()))
                        .toList(),
                page.nextCursor().orElse(null));
    }

    private RewardOrderResponse response(RewardOrder order, LocalText rewardName) {
        return new RewardOrderResponse(
                PublicId.REWARD_ORDER.format(order.id()),
                PublicId.REDEMPTION.format(order.redemptionId()),
                PublicId.MEMBER.format(order.memberId()),
                PublicId.REWARD.format(order.rewardId()),
                rewardName,
                order.state(),
                order.version(),
                PublicId.STORE.format(order.storeId()),
                partners.store(order.storeId()).map(Store::name).orElse(""),
                order.placedAt(),
                order.changedAt());
    }
}
