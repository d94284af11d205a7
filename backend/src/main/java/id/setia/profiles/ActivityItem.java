package id.setia.profiles;

import id.setia.earning.ExplanationItem;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.posting.StoreSummary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One movement of points. */
@Serdeable
@Schema(description = "One movement of points, and why.")
public record ActivityItem(
        @Schema(description = "The transaction.", example = "txn_01kq5zv4m8e7t9b3x2c1d0f6ga") String transactionId,
        @Schema(description = "`purchase`, `refund`, `reversal`, `adjustment`, `review_release`, `review_withdrawal`, `join_bonus`, `spend`, `redemption`, `redemption_undone`, `expiry`, `release` and others to come.", example = "purchase")
                String kind,
        @Schema(description = "What it was, in words.") LocalText title,
        @Nullable @Schema(description = "What more there is to say of it; absent when nothing.") LocalText note,
        @Schema(description = "When it happened.", example = "2026-11-20T11:42:00Z") Instant at,
        @Schema(description = "When it was recorded.", example = "2026-11-20T11:42:01.123456Z") Instant recordedAt,
        @Schema(description = "Change of the available points, signed.", example = "186") long points,
        @Nullable @Schema(description = "Change of the pending points, signed; absent when there is none.", example = "0")
                Long pendingPoints,
        @Schema(description = "Available points after it.", example = "12480") long balanceAfter,
        @Nullable @Schema(description = "Where; absent when it was nowhere.") StoreSummary store,
        @Nullable @Schema(description = "The purchase it concerns.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Nullable @Schema(description = "Total of the purchase.") Money amount,
        @Nullable @Schema(description = "Receipt number as printed.", example = "0091-4471") String receiptNumber,
        @Schema(description = "What each rule made of it; empty where no rule was asked.") List<ExplanationItem> explanation) {}
