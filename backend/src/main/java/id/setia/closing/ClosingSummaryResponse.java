package id.setia.closing;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** How far the closing of a month is. */
@Serdeable
@Schema(description = "How far the closing of a month is.")
record ClosingSummaryResponse(
        @Schema(description = "The month, programme time.", example = "2026-10") String month,
        @Schema(
                        description = "`running` and `restarting` while it is counted, `closed` once it is done and never changes again, `unreconciled` when it does not agree with the ledger.",
                        allowableValues = {"running", "restarting", "unreconciled", "closed"},
                        example = "closed")
                String state,
        @Schema(description = "What was recorded before it belongs to this closing or an earlier one.", example = "2026-10-31T17:00:00Z")
                Instant cutAt,
        @Schema(description = "How many members were counted so far.", example = "120400") long members,
        @Nullable @Schema(description = "The position in the event feed of the last event recorded before the cut; absent until it is counted.", example = "482103")
                Long feedPosition,
        @Schema(description = "When it was begun.", example = "2026-11-02T17:00:00Z") Instant startedAt,
        @Nullable @Schema(description = "When all was counted; absent until then.", example = "2026-11-02T17:01:12Z") Instant finishedAt) {

    static ClosingSummaryResponse of(Closing closing) {
        return new ClosingSummaryResponse(
                closing.month().toString(),
                closing.state().value(),
                closing.cutAt(),
                closing.members(),
                closing.finishedAt().isPresent() ? closing.feedPosition() : null,
                closing.startedAt(),
                closing.finishedAt().orElse(null));
    }
}
