package id.setia.rewards;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;

/** Payload of the events of vouchers. */
@Serdeable
record VoucherEvent(String voucherId, String rewardId, String redemptionId) {

    static VoucherEvent of(Voucher voucher) {
        return new VoucherEvent(
                PublicId.VOUCHER.format(voucher.id()),
                PublicId.REWARD.format(voucher.rewardId()),
                PublicId.REDEMPTION.format(voucher.redemptionId()));
    }
}
