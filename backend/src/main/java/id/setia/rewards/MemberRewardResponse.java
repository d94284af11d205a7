package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A reward as a member sees it. */
@Serdeable
@Schema(description = "A reward as a member sees it, and whether they can have it now.")
public record MemberRewardResponse(
        @Schema(description = "Id of the reward.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "What it is.", example = "till_discount") RewardKind kind,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "What one gets, and how.") LocalText description,
        @Schema(description = "Price in points.", example = "1500") long points,
        @Nullable @Schema(description = "Price beside the points, paid when it is handed over; absent for none.") Money money,
        @Nullable @Schema(description = "For `till_discount`: what is taken off.") DiscountTerms discount,
        @Schema(description = "Who gives it; a thing is fetched from one of their stores.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String partnerId,
        @Schema(description = "Their name.", example = "Kopi Senja") String partnerName,
        @Nullable @Schema(description = "How many are left; absent for any number.", example = "37") Long left,
        @Nullable @Schema(description = "First moment it can be had no more.", example = "2027-01-01T00:00:00Z") Instant endsAt,
        @Nullable
                @Schema(description = "Until when its voucher would be good, redeemed now.", example = "2026-12-31T17:00:00Z")
                Instant voucherExpiresAt,
        @Schema(description = "Whether the member can have it now.", example = "false") boolean available,
        @Schema(description = "Why not; empty when available.") List<UnavailableResponse> unavailable) {}
