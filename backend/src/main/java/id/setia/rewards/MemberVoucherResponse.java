package id.setia.rewards;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A voucher of a member with what it is for. */
@Serdeable
@Schema(description = "A voucher of a member with what it is for.")
public record MemberVoucherResponse(
        @Schema(description = "What it is for.") LocalText name,
        @Schema(description = "The reward it is of.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "The redemption that gave it.", example = "red_01m3k5w8v0f3g9q2x7r4t6y8za") String redemptionId,
        @Schema(description = "The partner at whose stores it is good.", example = "par_01m3k5w8v0f3g9q2x7r4t6y8za")
                String honouringPartnerId,
        @Nullable
                @Schema(
                        description = "The end of its code, for others than the member; absent while it was not shown to them.",
                        example = "••••M8PD3")
                String maskedCode,
        @Schema(description = "The voucher.") VoucherResponse voucher) {}
