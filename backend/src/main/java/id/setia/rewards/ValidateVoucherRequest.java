package id.setia.rewards;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A voucher that was scanned. */
@Serdeable
@Schema(description = "A voucher that was scanned or typed.")
public record ValidateVoucherRequest(
        @NotBlank
                @Size(max = 120)
                @Schema(description = "Its code; blanks and hyphens do not matter.", example = "7K2M-9QXA-4TR6-M8PD3")
                String code,
        @Nullable @Valid @Schema(description = "Total of the receipt, to learn what would be taken off.") Money total) {}
