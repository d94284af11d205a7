package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A signed batch as it was taken. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A signed batch as it was taken.")
public record KeptBatchResponse(
        @Schema(description = "The key it was signed by.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1") String kid,
        @Schema(description = "Its number under that key.", example = "42") long number,
        @Schema(description = "Its hash.", example = "5cT0s0-P8jdkbHHsGzHtAxDCGbmr7Q9zqXq1WmQvB1Y") String hash,
        @Schema(description = "The hash it names of the batch before.", example = "y0bW0Yf3mS8eQmBqH3mCJQ0i2x8oW0c5Q4m8Jr6dT3E") String previous,
        @Schema(
                        description = "`posted` when each receipt is in the books or refused for good; `received` while the till is to send it again.",
                        allowableValues = {"posted", "received"},
                        example = "posted")
                String state,
        @Schema(description = "How many receipts it has.", example = "17") int receipts,
        @Nullable @Schema(description = "How many of them were refused; absent until it is posted.", example = "0") Integer refused,
        @Schema(description = "When it came first.", example = "2026-11-22T03:04:05Z") Instant receivedAt) {

    static KeptBatchResponse of(SignedBatch batch) {
        return new KeptBatchResponse(
                SignedEnvelope.kid(batch.terminalId(), batch.keyNumber()),
                batch.number(),
                SignedEnvelope.written(batch.hash()),
                SignedEnvelope.written(batch.previousHash()),
                batch.postedAt().isPresent() ? "posted" : "received",
                batch.receipts(),
                batch.refused().isPresent() ? batch.refused().getAsInt() : null,
                batch.receivedAt());
    }
}
