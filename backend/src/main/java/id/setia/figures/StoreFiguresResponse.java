package id.setia.figures;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** A store in a period. */
@Serdeable
@Schema(description = "A store in a period.")
public record StoreFiguresResponse(
        @Schema(description = "The store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "Its name.", example = "Senja Kemang") String name,
        @Schema(description = "Its partner's name.", example = "Kopi Senja") String partnerName,
        @Schema(description = "Its region.", example = "Jakarta Selatan") String region,
        @Schema(description = "What it sold, less what was given back.") Money sales,
        @Schema(description = "The same in the period before, or in as many of its days.") Money salesBefore,
        @Schema(description = "Its purchases, those taken back whole left out.", example = "1204") long purchases,
        @Schema(description = "Those that are a member's.", example = "812") long memberPurchases,
        @Nullable @Schema(description = "Those over all; absent where it sold nothing.", example = "0.6744") BigDecimal memberShare,
        @Schema(description = "Points given for its purchases less those taken back.", example = "60220") long points,
        @Schema(description = "Members its tills enrolled.", example = "41") long newMembers) {}
