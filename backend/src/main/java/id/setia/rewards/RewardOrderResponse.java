package id.setia.rewards;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An order of a thing. */
@Serdeable
@Schema(description = "An order of a thing, to be fetched from a store.")
public record RewardOrderResponse(
        @Schema(description = "Id of the order.", example = "ord_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardOrderId,
        @Schema(description = "The redemption it came from.", example = "red_01m3k5w8v0f3g9q2x7r4t6y8za") String redemptionId,
        @Schema(description = "Who ordered.", example = "mem_01m3k5w8v0f3g9q2x7r4t6y8za") String memberId,
        @Schema(description = "What was ordered.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "Its name now.") LocalText rewardName,
        @Schema(
                        description = "`placed`, `accepted`, `shipped` (to the store), `ready` (in the store), `delivered` or `cancelled`.",
                        example = "ready")
                OrderState state,
        @Schema(description = "How often it was changed, also its `ETag`.", example = "3") long version,
        @Schema(description = "The store it is fetched from.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "The store's name.", example = "Toko Menteng") String storeName,
        @Schema(description = "When it was ordered.", example = "2026-11-22T03:04:05Z") Instant placedAt,
        @Schema(description = "When its state last changed.", example = "2026-11-24T08:00:00Z") Instant changedAt) {}
