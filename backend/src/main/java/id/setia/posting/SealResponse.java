package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.points.SealState;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/** How the seal of the ledger stands. */
@Serdeable
@Schema(description = "How the seal stands. Each minute a code by a key outside the database covers the code before and all new rows of the ledger.")
public record SealResponse(
        @Schema(description = "Number of the last seal; 0 while there is none.", example = "48211") long number,
        @Nullable @Schema(description = "When it was made.", example = "2026-11-20T11:41:30Z") Instant sealedAt,
        @Nullable @Schema(description = "How many seconds ago; more than a few minutes is a sign that sealing stands still.", example = "30")
                Long ageSeconds,
        @Schema(description = "Up to which place of the event feed the ledger is sealed.", example = "912044") long feedPosition,
        @Schema(description = "Whether this answer read all sealed rows again.", example = "true") boolean checked,
        @Schema(description = "Whether the chain of seals and all rows read are as they were.", example = "true") boolean holds,
        @Schema(description = "How many members' rows, seals and others are not as they were.", example = "0") long broken,
        @Nullable @Schema(description = "The table of the first row that is not; absent when all are.", example = "ledger_entry")
                String brokenTable,
        @Nullable @Schema(description = "The member whose row that is; absent where it is nobody's.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String brokenMemberId,
        @Nullable @Schema(description = "The seal that last covered it.", example = "47100") Long brokenSeal) {

    static SealResponse of(SealState state, boolean checked) {
        return new SealResponse(
                state.number(),
                state.sealedAt().orElse(null),
                state.age().map(Duration::toSeconds).orElse(null),
                state.feedPosition(),
                checked,
                state.holds(),
                state.broken(),
                state.first().map(SealState.Break::table).orElse(null),
                state.first().flatMap(SealState.Break::memberId).map(PublicId.MEMBER::format).orElse(null),
                state.first().map(SealState.Break::sealNumber).orElse(null));
    }
}
