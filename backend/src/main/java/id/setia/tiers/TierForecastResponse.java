package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** Who moves at the next evaluation. */
@Serdeable
@Schema(description = "Members who move at the next evaluation if nothing more is bought.")
public record TierForecastResponse(
        @Schema(description = "Day of the next evaluation.", example = "2026-12-01") LocalDate evaluatedOn,
        @Schema(description = "The members; a page may have few or none and yet be followed by another.")
                List<TierForecastItem> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MDE5YWI") String nextCursor) {}
