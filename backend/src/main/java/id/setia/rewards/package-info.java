/**
 * Rewards: the catalogue of what points buy, what of it a member can have and why not, redemptions with the voucher or
 * order they gave, pools of imported codes, and vouchers at the till. The points themselves move in {@code posting}, which
 * composes {@link id.setia.rewards.RewardIssue} with the ledger. Members are known by their opaque ids; codes are sealed.
 *
 * <p>Tables: {@code reward}, {@code code_pool}, {@code pool_code}, {@code redemption}, {@code voucher}, {@code voucher_use},
 * {@code reward_order}. Publishes {@code reward.published}, {@code reward.withdrawn}, {@code reward.pool_low},
 * {@code voucher.revealed}, {@code voucher.used}, {@code voucher.returned}, {@code voucher.expired} and
 * {@code reward_order.changed}; tells upward, inside the transaction, {@link id.setia.rewards.VoucherUseChanged}
 * and {@link id.setia.rewards.RewardChanging}.
 */
package id.setia.rewards;
