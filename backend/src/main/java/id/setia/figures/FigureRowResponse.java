package id.setia.figures;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** One of the things behind a figure. */
@Serdeable
@Schema(description = "One of the things a figure is counted from: a purchase, somebody who joined, or a movement of points.")
public record FigureRowResponse(
        @Schema(description = "The day on which it counts, program time.", example = "2026-11-22") LocalDate day,
        @Schema(description = "When it happened.", example = "2026-11-22T01:42:00Z") Instant at,
        @Schema(
                        description = "What it is.",
                        allowableValues = {"purchase", "member", "transaction"},
                        example = "purchase")
                String kind,
        @Schema(description = "Its id, that of a purchase, a member or a ledger transaction.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String id,
        @Nullable @Schema(description = "Whose it is; absent where nobody's.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Nullable @Schema(description = "At which store; absent where at none.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Nullable @Schema(description = "The store's name.", example = "Senja Kemang") String storeName,
        @Nullable @Schema(description = "Of purchases the number of the receipt or order, of transactions why points moved.", example = "0091-4471") String reference,
        @Nullable @Schema(description = "Of purchases what they came to, less what was given back.") Money money,
        @Nullable @Schema(description = "Of transactions the points that count, of purchases those given less those taken back.", example = "100") Long points) {}
