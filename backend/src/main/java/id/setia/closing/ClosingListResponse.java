package id.setia.closing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Closings, the latest month first. */
@Serdeable
@Schema(description = "Closings, the latest month first.")
record ClosingListResponse(
        @Schema(description = "The closings.") List<ClosingSummaryResponse> items,
        @Nullable @Schema(description = "The month to be closed next; absent while nothing was ever recorded.", example = "2026-11") String next,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MjAyNi0xMA") String nextCursor) {}
