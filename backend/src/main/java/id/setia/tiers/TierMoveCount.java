package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many an evaluation moved from one tier to another. */
@Serdeable
@Schema(description = "How many an evaluation moved from one tier to another.")
public record TierMoveCount(
        @Schema(description = "Code of the tier before.", example = "gold") String from,
        @Schema(description = "Code of the tier after.", example = "red") String to,
        @Schema(description = "`up` or `down`.", example = "down") String direction,
        @Schema(description = "How many.", example = "120") long members) {

    static TierMoveCount of(TierMoves.Count count) {
        TierDirection direction = count.up() ? TierDirection.UP : TierDirection.DOWN;
        return new TierMoveCount(count.from(), count.to(), direction.value(), count.members());
    }
}
