package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How much may happen in a day before points wait for a check; no sale is ever refused by it. */
@Serdeable
@Schema(description = "How much may happen in one day before points wait for a check; 0 sets no limit. No sale is ever refused by it.")
public record VelocityPolicy(
        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Purchases of one member.", example = "15") Long memberPurchases,
        @NotNull @Min(0) @Max(1_000_000_000) @Schema(description = "Points of one member.", example = "20000") Long memberPoints,
        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Purchases with one card.", example = "10") Long cardPurchases,
        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Purchases of one member rung up by one cashier.", example = "8")
                Long cashierPurchases,
        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Receipts one cashier gives to members after the sale.", example = "5")
                Long cashierAttachments,
        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Receipts one terminal gives to members after the sale.", example = "12")
                Long terminalAttachments) {

    /** Name of the setting. */
    public static final String SETTING = "posting.velocity";

    /** Nothing waits. */
    public static final VelocityPolicy NONE = new VelocityPolicy(0L, 0L, 0L, 0L, 0L, 0L);

    /** What a new programme begins with. */
    public static final VelocityPolicy USUAL = new VelocityPolicy(15L, 20_000L, 10L, 8L, 5L, 12L);
}
