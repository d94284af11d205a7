package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A purchase by what is printed on its receipt. */
@Serdeable
@Schema(description = "A purchase by what is printed on its receipt: store, business date, till and receipt number, or the order number.")
public record PurchaseReferenceRequest(
        @Nullable @Size(max = 40) @Schema(description = "The store; the refund's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @Nullable @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @Nullable @Size(min = 1, max = 40) @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Receipt number as printed.", example = "0091-4471")
                String receiptNumber,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Order number.", example = "WEB-20261120-0815")
                String orderNumber) {}
