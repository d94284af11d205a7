package id.setia.rewards;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A voucher to be used. */
@Serdeable
@Schema(
        description = "A voucher to be used for a receipt. Voucher and receipt are its natural key: sending it again is the same use.")
public record UseVoucherRequest(
        @NotBlank
                @Size(max = 120)
                @Schema(description = "The voucher's code; blanks and hyphens do not matter.", example = "7K2M-9QXA-4TR6-M8PD3")
                String code,
        @Nullable @Size(max = 40) @Schema(description = "The store; a terminal's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @NotNull @Valid @Schema(description = "The receipt it is used for.") VoucherReceiptRequest receipt,
        @Nullable
                @Size(max = 500)
                @Schema(
                        description = "Positions of the lines it pays for, so that it comes back when these are refunded; absent for"
                                + " the whole receipt.",
                        example = "[1, 2]")
                List<@NotNull @Min(1) @Max(10_000) Integer> positions,
        @Nullable @Valid @Schema(description = "Total of the receipt, to learn what is taken off.") Money total) {}
