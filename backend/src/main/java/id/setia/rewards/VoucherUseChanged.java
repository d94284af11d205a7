package id.setia.rewards;

import java.time.Instant;
import java.util.UUID;

/**
 * A voucher was used at a till, or a use counts no more; told inside the transaction, under the voucher's lock.
 *
 * @param redemptionId the redemption that gave the voucher
 * @param used false where the use was undone or its receipt refunded
 */
public record VoucherUseChanged(UUID redemptionId, boolean used, Instant at) {}
