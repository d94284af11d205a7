package id.setia.tiers;

import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A monthly evaluation. */
@Serdeable
@Schema(description = "A monthly evaluation: how far it has come and how many it moved.")
public record TierRunResponse(
        @Schema(description = "Its month.", example = "2026-11") String month,
        @Schema(description = "From when it takes effect, whenever it is done.", example = "2026-10-31T17:00:00Z") Instant effectiveFrom,
        @Schema(description = "`running` or `done`.", example = "done") String state,
        @Schema(description = "How many members have been looked at.", example = "20450") long evaluated,
        @Schema(description = "How many rose; 0 while it runs.", example = "412") long raised,
        @Schema(description = "How many fell; 0 while it runs.", example = "388") long lowered,
        @Schema(description = "When it began.", example = "2026-10-31T17:00:31Z") Instant startedAt,
        @Nullable @Schema(description = "When it was done; absent while it runs.", example = "2026-10-31T17:01:12Z") Instant finishedAt) {

    static TierRunResponse of(TierRun run, Program program) {
        return new TierRunResponse(
                run.month().toString(),
                program.startOf(run.month().atDay(1)),
                run.done() ? "done" : "running",
                run.evaluated(),
                run.raised(),
                run.lowered(),
                run.startedAt(),
                run.finishedAt().orElse(null));
    }
}
