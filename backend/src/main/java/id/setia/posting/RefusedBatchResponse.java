package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A batch that was refused. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A batch that is not what the till signed, or not in its place. Nothing of it was posted.")
public record RefusedBatchResponse(
        @Schema(description = "The code it was refused with; `batch_unreadable` where it is no signed batch at all.", example = "batch_signature_wrong")
                String reason,
        @Nullable @Schema(description = "The key of this till that it names; absent where it could not be read, or is that of another till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1")
                String kid,
        @Nullable @Schema(description = "The number it claims; absent where it could not be read.", example = "42") Long number,
        @Schema(description = "Its hash.", example = "5cT0s0-P8jdkbHHsGzHtAxDCGbmr7Q9zqXq1WmQvB1Y") String hash,
        @Schema(description = "How often it was sent.", example = "1") int times,
        @Schema(description = "When it came first.", example = "2026-11-22T03:04:05Z") Instant firstAt,
        @Schema(description = "When it came last.", example = "2026-11-22T03:04:05Z") Instant lastAt) {

    static RefusedBatchResponse of(UUID terminalId, RefusedBatches.RefusedBatch batch) {
        return new RefusedBatchResponse(
                batch.reason(),
                batch.keyNumber().map(key -> SignedEnvelope.kid(terminalId, key)).orElse(null),
                batch.number().orElse(null),
                SignedEnvelope.written(batch.hash()),
                batch.times(),
                batch.firstAt(),
                batch.lastAt());
    }
}
