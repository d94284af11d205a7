package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Points of a purchase that wait, or waited, for a check. */
@Serdeable
@Schema(description = "Points of a purchase that wait, or waited, for a check.")
public record ReviewResponse(
        @Schema(description = "The check.", example = "rev_01kq5zv4m8e7t9b3x2c1d0f6ga") String reviewId,
        @Schema(description = "`open`, `released`, `withdrawn`, or `settled` when nothing was left to decide about.", example = "open") String state,
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The member's name.", example = "Sari Dewi") String memberName,
        @Schema(description = "The purchase.") PurchaseResponse purchase,
        @Schema(description = "Points that waited when it began.", example = "186") long points,
        @Schema(description = "Codes of the limits it went beyond.", example = "[\"member_purchases\"]") List<String> limits,
        @Schema(description = "The same in words.") List<LocalText> reasons,
        @Nullable @Schema(description = "The cashier's reference as the till sent it.", example = "k-17") String cashier,
        @Schema(description = "Since when.", example = "2026-11-20T11:42:00Z") Instant openedAt,
        @Nullable @Schema(description = "When it was decided.", example = "2026-11-20T13:05:00Z") Instant decidedAt,
        @Nullable @Schema(description = "Name of who decided.", example = "Rina Wati") String decidedByName,
        @Schema(description = "In the words of who decided.", example = "Belanja kantor, wajar") String explanation) {}
