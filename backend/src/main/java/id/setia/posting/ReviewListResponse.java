package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Points that wait, or waited, for a check. */
@Serdeable
@Schema(description = "Points that wait, or waited, for a check.")
public record ReviewListResponse(
        @Schema(description = "The checks, the oldest first.") List<ReviewResponse> items,
        @Schema(description = "How many wait in all.", example = "4") long open,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "cmV2XzAxa3E") String nextCursor) {}
