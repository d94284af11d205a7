package id.setia.rewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The receipt a voucher is used for; it need not be posted yet. */
@Serdeable
@Schema(
        description = "The receipt a voucher is used for, by what will be printed on it: business date, till and receipt number, or"
                + " the order number. It need not be posted yet.")
public record VoucherReceiptRequest(
        @Nullable @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @Nullable @Size(min = 1, max = 40) @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Receipt number as printed.", example = "0091-4471")
                String receiptNumber,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Order number.", example = "WEB-20261120-0815")
                String orderNumber) {}
