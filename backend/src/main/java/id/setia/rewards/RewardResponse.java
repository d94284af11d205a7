package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A reward as staff and partners' systems see it. */
@Serdeable
@Schema(description = "A reward as staff and partners' systems see it.")
public record RewardResponse(
        @Schema(description = "Id of the reward.", example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za") String rewardId,
        @Schema(description = "What it is.", example = "till_discount") RewardKind kind,
        @Schema(description = "`draft`: seen by staff alone; `published`; `withdrawn`: offered no more.", example = "published")
                RewardState state,
        @Schema(description = "How often it was changed, also its `ETag`.", example = "2") long version,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "What one gets, and how.") LocalText description,
        @Schema(description = "Price in points.", example = "1500") long points,
        @Nullable @Schema(description = "Price beside the points; absent for none.") Money money,
        @Nullable @Schema(description = "What the till takes off.") DiscountTerms discount,
        @Nullable @Schema(description = "How many there are in all; absent for any number.", example = "100") Long stock,
        @Nullable
                @Schema(
                        description = "How many are left of stock and budget, whichever is less; absent for any number.",
                        example = "37")
                Long left,
        @Schema(description = "How many a member may have in all; 0 for any number.", example = "5") int perMember,
        @Schema(description = "How many a member may have in a period; 0 for any number.", example = "1") int perPeriod,
        @Nullable @Schema(description = "The period.", example = "month") LimitPeriod period,
        @Schema(description = "Codes of the tiers it is for; empty for all.", example = "[\"gold\"]") List<String> tiers,
        @Nullable @Schema(description = "First moment it can be had.", example = "2026-12-01T00:00:00Z") Instant startsAt,
        @Nullable @Schema(description = "First moment it can be had no more.", example = "2027-01-01T00:00:00Z") Instant endsAt,
        @Nullable @Schema(description = "How many days its voucher is good, after the day of redeeming.", example = "30")
                Integer validDays,
        @Nullable @Schema(description = "First moment its voucher is good no more.", example = "2027-02-01T00:00:00Z")
                Instant validUntil,
        @Schema(description = "Who gives something for the points.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String honouringPartnerId,
        @Schema(description = "How often it was redeemed and not cancelled.", example = "63") long redeemed,
        @Nullable
                @Schema(description = "How many points may be redeemed for it in all; for staff, absent for any number.", example = "150000")
                Long budgetPoints,
        @Nullable
                @Schema(
                        description = "How many more points may be redeemed for it; for staff, absent for any number.",
                        example = "55500")
                Long budgetPointsLeft) {}
