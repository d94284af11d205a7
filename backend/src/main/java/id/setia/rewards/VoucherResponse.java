package id.setia.rewards;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A voucher as its member sees it. */
@Serdeable
@Schema(description = "A voucher as its member sees it.")
public record VoucherResponse(
        @Schema(description = "Id of the voucher.", example = "vou_01m3k5w8v0f3g9q2x7r4t6y8za") String voucherId,
        @Schema(
                        description = "`issued`: its code was not shown yet; `revealed`: it was; `used`, `expired` or `cancelled`. A use"
                                + " that is undone or refunded makes it `revealed` again.",
                        example = "revealed")
                VoucherState state,
        @Nullable
                @Schema(
                        description = "What the till scans or types; for the member alone, and only once it was revealed.",
                        example = "7K2M-9QXA-4TR6-M8PD3")
                String code,
        @Schema(
                        description = "Whether the code is an imported one, so that showing it cannot be taken back.",
                        example = "false")
                boolean imported,
        @Nullable @Schema(description = "What the till takes off.") DiscountTerms discount,
        @Nullable @Schema(description = "What is to be paid when it is used; absent for nothing.") Money money,
        @Schema(description = "When it was issued.", example = "2026-11-22T03:04:05Z") Instant issuedAt,
        @Nullable @Schema(description = "First moment it is good no more; absent for never.", example = "2026-12-31T17:00:00Z")
                Instant expiresAt,
        @Nullable @Schema(description = "When it was used.", example = "2026-11-25T11:42:00Z") Instant usedAt) {}
