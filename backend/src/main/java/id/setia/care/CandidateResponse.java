package id.setia.care;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** A purchase that may be meant. */
@Serdeable
@Schema(description = "A purchase that may be the one a case is about.")
public record CandidateResponse(
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @Nullable @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Schema(description = "Receipt number as printed.", example = "0091-4471") String receiptNumber,
        @Schema(description = "When it was paid.", example = "2026-11-20T11:42:00Z") Instant occurredAt,
        @Schema(description = "Total paid.") Money total,
        @Nullable @Schema(description = "Whose it is, if anybody's.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Whether the receipt number is the one reported.", example = "true") boolean sameNumber,
        @Schema(description = "Whether the total is the one reported.", example = "true") boolean sameTotal) {}
