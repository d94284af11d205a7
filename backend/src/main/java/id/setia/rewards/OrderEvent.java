package id.setia.rewards;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;

/** Payload of the event {@code reward_order.changed}. */
@Serdeable
record OrderEvent(String rewardOrderId, String rewardId, String storeId, OrderState state) {

    static OrderEvent of(RewardOrder order) {
        return new OrderEvent(
                PublicId.REWARD_ORDER.format(order.id()),
                PublicId.REWARD.format(order.rewardId()),
                PublicId.STORE.format(order.storeId()),
                order.state());
    }
}
