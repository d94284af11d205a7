package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Batches that will never come, as staff said. */
@Serdeable
@Schema(description = "Numbers of batches that nobody waits for any more, since staff closed their gap.")
public record ClosedGapResponse(
        @Schema(description = "The lowest of them.", example = "41") long first,
        @Schema(description = "The highest of them.", example = "41") long last,
        @Schema(description = "When a later one came.", example = "2026-11-22T03:04:05Z") Instant noticedAt,
        @Schema(description = "When the gap was closed; the audit trail says by whom.", example = "2026-11-22T08:00:00Z") Instant closedAt,
        @Schema(description = "Why they will never come.", example = "till_lost") GapReason reason,
        @Schema(description = "The same in words.", example = "Tablet jatuh ke air, tidak menyala lagi") String explanation) {

    static ClosedGapResponse of(SignedGap gap) {
        SignedGap.Closing closing = gap.closing().orElseThrow();
        return new ClosedGapResponse(
                gap.first(), gap.last(), gap.noticedAt(), closing.at(), closing.reason(), closing.explanation());
    }
}
