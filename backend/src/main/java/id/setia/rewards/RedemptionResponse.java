package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A reward taken for points. */
@Serdeable
@Schema(description = "A reward taken for points, with the voucher or order it gave.")
public record RedemptionResponse(
        @Schema(description = "Id of the redemption.", example = "red_01m3k5w8v0f3g9q2x7r4t6y8za") String redemptionId,
        @Schema(description = "What was taken.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "Its name; of a voucher, as it was then.") LocalText rewardName,
        @Schema(description = "What it is.", example = "till_discount") RewardKind kind,
        @Schema(description = "`done`; `reserved`: set aside by a hold that is still open; `cancelled`: points and stock went back.", example = "done") RedemptionState state,
        @Schema(description = "What it cost in points; 0 for a voucher that an offer gave.", example = "1500") long points,
        @Nullable @Schema(description = "What is paid beside, when it is handed over; absent for nothing.") Money money,
        @Schema(description = "When it was taken.", example = "2026-11-22T03:04:05Z") Instant redeemedAt,
        @Nullable @Schema(description = "When it was taken back.", example = "2026-11-22T05:00:00Z") Instant cancelledAt,
        @Nullable
                @Schema(
                        description = "Until when the member may take it back, as it stands now; absent when they may not.",
                        example = "2026-11-23T03:04:05Z")
                Instant cancellableUntil,
        @Nullable @Schema(description = "The voucher it gave.") VoucherResponse voucher,
        @Nullable @Schema(description = "The order it gave.") RewardOrderResponse order) {}
