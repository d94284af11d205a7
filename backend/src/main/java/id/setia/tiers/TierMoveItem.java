package id.setia.tiers;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member whom an evaluation moved. */
@Serdeable
@Schema(description = "A member whom an evaluation moved.")
public record TierMoveItem(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Code of the tier before.", example = "gold") String from,
        @Schema(description = "Code of the tier after.", example = "red") String to,
        @Schema(description = "`up` or `down`.", example = "down") String direction) {

    static TierMoveItem of(TierMove move) {
        TierDirection direction = move.up() ? TierDirection.UP : TierDirection.DOWN;
        return new TierMoveItem(PublicId.MEMBER.format(move.memberId()), move.from(), move.to(), direction.value());
    }
}
