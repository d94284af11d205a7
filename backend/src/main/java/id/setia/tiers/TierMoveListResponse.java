package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Members whom an evaluation moved. */
@Serdeable
@Schema(description = "Members whom an evaluation moved.")
public record TierMoveListResponse(
        @Schema(description = "The members.") List<TierMoveItem> items,
        @Nullable @Schema(description = "Where the next page begins; absent on the last.", example = "MDE5YWI") String nextCursor) {}
