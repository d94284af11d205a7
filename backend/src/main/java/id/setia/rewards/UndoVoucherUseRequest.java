package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A use to be undone. */
@Serdeable
@Schema(description = "The use of a voucher for a receipt, to be undone.")
public record UndoVoucherUseRequest(
        @NotBlank
                @Size(max = 120)
                @Schema(description = "The voucher's code; blanks and hyphens do not matter.", example = "7K2M-9QXA-4TR6-M8PD3")
                String code,
        @Nullable @Size(max = 40) @Schema(description = "The store; a terminal's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @NotNull @Valid @Schema(description = "The receipt it was used for.") VoucherReceiptRequest receipt) {}
