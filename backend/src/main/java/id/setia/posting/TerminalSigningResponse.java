package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Whether a till signs what it sends, and how far its batches have come. */
@Serdeable
@Schema(description = "Whether a till signs what it sends, how far its batches have come, and which were refused.")
public record TerminalSigningResponse(
        @Schema(description = "Whether purchases and refunds of the till are taken in signed batches alone.", example = "true") boolean signs,
        @Schema(description = "Its keys, the newest first.") List<SignedChainResponse> keys,
        @Schema(description = "Batches that were refused, the latest first; at most 100.") List<RefusedBatchResponse> refused) {}
