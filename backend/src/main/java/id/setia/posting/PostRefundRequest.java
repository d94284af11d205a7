package id.setia.posting;

import id.setia.purchases.Channel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A refund as the till printed it. */
@Serdeable
@Schema(description = "A refund with its own receipt. A line without a position takes back all that is left of its purchase.")
public record PostRefundRequest(
        @Nullable @Size(max = 40) @Schema(description = "The store; a terminal's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @NotNull @Schema(description = "Where the refund came about.", example = "store") Channel channel,
        @Nullable @Size(min = 1, max = 40) @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Receipt number of the refund as printed.", example = "R-0091-0012")
                String receiptNumber,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Number of the refund in a web shop.", example = "WEB-R-0815")
                String orderNumber,
        @NotNull @Schema(description = "Business date as printed.", example = "2026-11-21") LocalDate businessDate,
        @NotNull @Schema(description = "When it was paid out.", example = "2026-11-21T04:10:00Z") Instant occurredAt,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Opaque reference of the cashier.", example = "k-17")
                String cashier,
        @Nullable @Size(max = 200) @Schema(description = "Why, for staff.", example = "Rusak") String reason,
        @NotEmpty @Size(max = 1000) @Schema(description = "What was given back.")
                List<@Valid @NotNull RefundLineRequest> lines) {}
