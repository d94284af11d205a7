package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** A reward as staff write it. */
@Serdeable
@Schema(description = "A reward as staff write it.")
public record WriteRewardRequest(
        @NotNull
                @Schema(
                        description = "`voucher_generated`: a voucher with a code made here; `voucher_pool`: with an imported code;"
                                + " `till_discount`: the till takes something off; `product`: a thing, ordered to a store;"
                                + " `partner_reward`: a voucher another partner honours; `donation`: points given away. Does not"
                                + " change once the reward was published.",
                        example = "till_discount")
                RewardKind kind,
        @NotNull @Schema(description = "Name shown to members, at most 80 characters.") LocalText name,
        @NotNull @Schema(description = "What one gets, and how; at most 1,000 characters.") LocalText description,
        @NotNull @Min(1) @Max(100_000_000) @Schema(description = "Price in points.", example = "1500") Long points,
        @Nullable
                @Valid
                @Schema(description = "Price beside the points, paid when the reward is handed over; absent for none.")
                Money money,
        @Nullable @Valid @Schema(description = "For `till_discount`: what is taken off.") DiscountTerms discount,
        @Nullable
                @Min(0)
                @Max(100_000_000)
                @Schema(
                        description = "How many there are in all, those taken included; absent for any number. Imported codes are"
                                + " their own stock.",
                        example = "100")
                Long stock,
        @NotNull
                @Min(0)
                @Max(1_000)
                @Schema(description = "How many a member may have in all, for points or by offers; 0 for any number.", example = "5")
                Integer perMember,
        @NotNull
                @Min(0)
                @Max(1_000)
                @Schema(description = "How many a member may have in a period, likewise; 0 for any number.", example = "1")
                Integer perPeriod,
        @Nullable
                @Schema(
                        description = "The period, of the program's calendar: `day`, `week` (from Monday), `month` or `year`; with"
                                + " `perPeriod` only.",
                        example = "month")
                LimitPeriod period,
        @Nullable
                @Size(max = 20)
                @Schema(description = "Codes of the tiers it is for; absent or empty for all.", example = "[\"gold\", \"priority\"]")
                List<@NotNull @Size(max = 40) String> tiers,
        @Nullable
                @Schema(description = "First moment it can be had; at once when absent.", example = "2026-12-01T00:00:00Z")
                Instant startsAt,
        @Nullable
                @Schema(description = "First moment it can be had no more; never when absent.", example = "2027-01-01T00:00:00Z")
                Instant endsAt,
        @Nullable
                @Min(1)
                @Max(3_650)
                @Schema(description = "How many days its voucher is good, after the day of redeeming.", example = "30")
                Integer validDays,
        @Nullable
                @Schema(description = "First moment its voucher is good no more.", example = "2027-02-01T00:00:00Z")
                Instant validUntil,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "Who gives something for the points, and takes the voucher; the program's owner when absent.",
                        example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String honouringPartnerId,
        @Nullable
                @Min(1)
                @Max(1_000_000_000_000L)
                @Schema(
                        description = "How many points may be redeemed for it in all, those set aside by holds included; absent for"
                                + " any number.",
                        example = "150000")
                Long budgetPoints) {}
