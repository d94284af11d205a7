package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.points.PointsSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an act would do to one member's points. */
@Serdeable
@Schema(description = "What an act would do to one member's points.")
public record EffectResponse(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The member's name.", example = "Sari Dewi") String memberName,
        @Schema(description = "Change of what the member has in all, debt counted; negative when points go.", example = "-186")
                long points,
        @Schema(description = "How much of it would be owed, 0 or more.", example = "40") long debtAdded,
        @Schema(description = "What the member has now.") PointsSummary before,
        @Schema(description = "What the member would have.") PointsSummary after) {

    static EffectResponse of(MemberEffect effect, String name) {
        return new EffectResponse(
                PublicId.MEMBER.format(effect.memberId()),
                name,
                sum(effect.after()) - sum(effect.before()),
                Math.max(0, effect.before().debt() - effect.after().debt()),
                effect.before(),
                effect.after());
    }

    private static long sum(PointsSummary points) {
        return points.available() + points.pending() + points.held() + points.debt();
    }
}
