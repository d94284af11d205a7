package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A monthly evaluation with what it moved. */
@Serdeable
@Schema(description = "A monthly evaluation with what it moved.")
public record TierRunDetailResponse(
        @Schema(description = "The evaluation.") TierRunResponse run,
        @Schema(description = "How many from tier to tier, so far.") List<TierMoveCount> moves) {}
