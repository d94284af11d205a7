package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.rewards.Redemption;
import io.micronaut.serde.annotation.Serdeable;

/** Payload of the events {@code reward.redeemed} and {@code redemption.cancelled}. */
@Serdeable
record RedemptionEvent(String redemptionId, String rewardId, long points) {

    static RedemptionEvent of(Redemption redemption) {
        return new RedemptionEvent(
                PublicId.REDEMPTION.format(redemption.id()),
                PublicId.REWARD.format(redemption.rewardId()),
                redemption.points());
    }
}
