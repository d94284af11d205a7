package id.setia.rewards;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A voucher used for a receipt.
 *
 * @param receiptKey the receipt's natural key
 * @param positions the lines it served; empty for the whole receipt
 * @param total the receipt's as far as it was sent, in smallest units
 * @param endedBy {@code undo} or {@code refund}, when it counts no more
 */
record VoucherUse(
        UUID id,
        UUID voucherId,
        String receiptKey,
        Set<Integer> positions,
        Optional<Long> total,
        UUID clientId,
        UUID storeId,
        Instant usedAt,
        Optional<Instant> endedAt,
        Optional<String> endedBy) {

    VoucherUse ended(String by, Instant now) {
        return new VoucherUse(
                id, voucherId, receiptKey, positions, total, clientId, storeId, usedAt, Optional.of(now), Optional.of(by));
    }
}
