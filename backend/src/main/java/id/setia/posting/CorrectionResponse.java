package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One act of a person or a till beside selling. */
@Serdeable
@Schema(description = "One act of a person or a till that gave, took or moved points beside selling.")
public record CorrectionResponse(
        @Schema(description = "The act.", example = "cor_01kq5zv4m8e7t9b3x2c1d0f6ga") String correctionId,
        @Schema(description = "`attachment`, `move`, `detachment`, `addition`, `removal`, `release`, `withdrawal` or `refund`.", example = "move")
                String kind,
        @Schema(description = "When.", example = "2026-11-20T11:42:00Z") Instant at,
        @Nullable @Schema(description = "Whose points changed; for a move, who lost the purchase.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Nullable @Schema(description = "For a move, who got it.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6gb") String otherMemberId,
        @Nullable @Schema(description = "The purchase it concerns.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Nullable @Schema(description = "The refund, where it is one.", example = "ref_01kq5zv4m8e7t9b3x2c1d0f6ga") String refundId,
        @Schema(description = "Points given, or negative taken from the member.", example = "-186") long points,
        @Schema(description = "How much of it is owed now, 0 or more.", example = "0") long debtAdded,
        @Nullable @Schema(description = "Why, as members read it.") LocalText reason,
        @Schema(description = "In the words of who did it.", example = "Kartu tertukar") String explanation,
        @Nullable @Schema(description = "Name of the member of staff who did it.", example = "Rina Wati") String staffName,
        @Nullable @Schema(description = "The store.") StoreSummary store,
        @Nullable @Schema(description = "Code of the till.", example = "3") String terminal,
        @Nullable @Schema(description = "The cashier's reference as the till sends it.", example = "k-17") String cashier) {}
