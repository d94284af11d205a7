package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What this room tells the feed of vouchers, orders and codes. */
@Singleton
class RewardNews {

    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;

    RewardNews(Outbox outbox, IdMaker ids, Json json) {
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    void tell(Batch batch, String type, Voucher voucher, Instant now) {
        tell(batch, Optional.of(voucher.memberId()), type, VoucherEvent.of(voucher), now);
    }

    void tell(Batch batch, RewardOrder order, Instant now) {
        tell(batch, Optional.of(order.memberId()), "reward_order.changed", OrderEvent.of(order), now);
    }

    void codesRunOut(Batch batch, UUID rewardId, long left, Instant now) {
        tell(batch, Optional.empty(), "reward.pool_low", new StockEvent(PublicId.REWARD.format(rewardId), left), now);
    }

    private void tell(Batch batch, Optional<UUID> memberId, String type, Object payload, Instant now) {
        outbox.add(batch, new Event(ids.next(), memberId, 0, type, 1, json.write(payload), now, now));
    }
}
