package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The tiers as members know them. */
@Serdeable
@Schema(description = "The tiers as members know them, the lowest first.")
public record TierCatalogueResponse(
        @Schema(description = "What the ladder counts.", example = "average_monthly_spend") String metric,
        @Schema(description = "Over how many months it counts.", example = "6") int months,
        @Schema(description = "The tiers; empty where the program has none.") List<TierCatalogueItem> items) {}
