package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A voucher as a till sees it. */
@Serdeable
@Schema(description = "A voucher as a till sees it: what it gives and whether it is good.")
public record VoucherAtTillResponse(
        @Schema(description = "Id of the voucher.", example = "vou_01m3k5w8v0f3g9q2x7r4t6y8za") String voucherId,
        @Schema(description = "`issued` and `revealed` are good; `used`, `expired` and `cancelled` are not.", example = "revealed")
                VoucherState state,
        @Schema(description = "Whether it can be used now, for the total sent where there is one.", example = "true")
                boolean usable,
        @Nullable @Schema(description = "Why it cannot; absent where it can, and in the answer to a use or its undoing.")
                UnusableResponse unusable,
        @Schema(description = "The reward it came from.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "What it is for, in words.") LocalText name,
        @Schema(description = "What it is.", example = "till_discount") RewardKind kind,
        @Nullable @Schema(description = "What the till takes off; absent where it is for a thing.") DiscountTerms discount,
        @Nullable
                @Schema(description = "What that comes to for the total sent; absent without a total or a discount.")
                Money takenOff,
        @Nullable @Schema(description = "What the customer pays for it; absent for nothing.") Money moneyDue,
        @Nullable @Schema(description = "First moment it is good no more; absent for never.", example = "2026-12-31T17:00:00Z")
                Instant expiresAt,
        @Nullable @Schema(description = "When it was used.", example = "2026-11-25T11:42:00Z") Instant usedAt,
        @Nullable
                @Schema(
                        description = "When the use that is told of was undone or refunded: the voucher is not used for the receipt. Only in"
                                + " the answer to a use that was sent again.",
                        example = "2026-11-25T11:44:00Z")
                Instant undoneAt,
        @Schema(description = "Whether this very request was answered before, and did nothing now.", example = "false")
                boolean replayed) {}
