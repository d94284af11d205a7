package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Batches that have not come. */
@Serdeable
@Schema(description = "Numbers of batches that have not come, though later ones have.")
public record SignedGapResponse(
        @Schema(description = "The lowest of them.", example = "41") long first,
        @Schema(description = "The highest of them.", example = "41") long last,
        @Schema(description = "When a later one came.", example = "2026-11-22T03:04:05Z") Instant noticedAt) {

    static SignedGapResponse of(SignedGap gap) {
        return new SignedGapResponse(gap.first(), gap.last(), gap.noticedAt());
    }
}
