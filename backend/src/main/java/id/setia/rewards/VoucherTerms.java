package id.setia.rewards;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a voucher gives, as it stood when it was issued.
 *
 * @param money what is to be paid for it, in the currency's smallest unit
 */
@Serdeable
record VoucherTerms(RewardKind kind, LocalText name, @Nullable Discount discount, long money) {

    static VoucherTerms of(Reward reward) {
        return new VoucherTerms(reward.kind(), reward.name(), reward.definition().discount(), reward.money());
    }
}
