package id.setia.care;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A case. */
@Serdeable
@Schema(description = "Something a member reported, and what became of it.")
public record CaseResponse(
        @Schema(description = "The case.", example = "cas_01kq5zv4m8e7t9b3x2c1d0f6ga") String caseId,
        @Schema(description = "`missing_points`.", example = "missing_points") String kind,
        @Schema(description = "`open` while it waits for staff, or `answered`.", example = "open") String state,
        @Nullable @Schema(description = "`granted` or `declined`, once it was answered.", example = "granted") String outcome,
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The store on the receipt.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "The store's name.", example = "Toko Menteng") String storeName,
        @Schema(description = "Date on the receipt.", example = "2026-11-20") LocalDate businessDate,
        @Schema(description = "Receipt number.", example = "0091-4471") String receiptNumber,
        @Schema(description = "Total paid, as the member says.") Money total,
        @Nullable @Schema(description = "The purchase it turned out to be.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "Points the member got by it.", example = "248") long points,
        @Schema(description = "When it was reported.", example = "2026-11-22T03:00:00Z") Instant openedAt,
        @Schema(description = "Since when it is staff's turn, or was last.", example = "2026-11-22T03:00:00Z") Instant waitingSince,
        @Nullable @Schema(description = "When it was answered last.", example = "2026-11-22T05:00:00Z") Instant answeredAt,
        @Schema(description = "What was said, the first first.") List<CaseMessageResponse> messages,
        @Schema(description = "Numbers of its photos.", example = "[1]") List<Integer> photos) {}
