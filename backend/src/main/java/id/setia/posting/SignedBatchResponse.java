package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A signed batch that was taken, and what became of its receipts. */
@Serdeable
@Schema(description = "A signed batch that was taken, what became of its receipts, and what is missing before it.")
public record SignedBatchResponse(
        @Schema(description = "The key it was signed by: the till and the number of its key.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1")
                String kid,
        @Schema(description = "Its number under that key.", example = "42") long number,
        @Schema(description = "Its hash, which the next batch names as `previous`.", example = "5cT0s0-P8jdkbHHsGzHtAxDCGbmr7Q9zqXq1WmQvB1Y")
                String hash,
        @Schema(description = "Whether it was taken before; its receipts then answer as they did.", example = "false") boolean replayed,
        @Schema(
                        description = "`posted` when each receipt is in the books or refused for good; `received` when some are to be sent again, with the whole batch as it is.",
                        allowableValues = {"posted", "received"},
                        example = "posted")
                String state,
        @Schema(description = "What has not come of this key's batches; empty when nothing is missing. Send those too, in any order.")
                List<SignedGapResponse> missing,
        @Schema(description = "Each receipt, in the order of the batch.") List<SignedReceiptResponse> items) {

    static SignedBatchResponse of(SignedChains.Taken taken, boolean finished, List<SignedReceiptResponse> items) {
        SignedBatch batch = taken.batch();
        return new SignedBatchResponse(
                SignedEnvelope.kid(batch.terminalId(), batch.keyNumber()),
                batch.number(),
                SignedEnvelope.written(batch.hash()),
                taken.replayed(),
                finished ? "posted" : "received",
                taken.missing().stream().map(SignedGapResponse::of).toList(),
                items);
    }
}
