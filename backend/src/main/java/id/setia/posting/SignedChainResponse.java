package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.partners.TerminalKey;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How far the batches under one key of a till have come. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How far the batches under one key of a till have come.")
public record SignedChainResponse(
        @Schema(description = "The key, as `kid` of a batch names it.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1") String kid,
        @Schema(description = "Since when the till has it.", example = "2026-11-01T02:00:00Z") Instant since,
        @Nullable @Schema(description = "When another took its place, or the till was unpaired; absent while it is in use. Its batches are taken for 30 days more.", example = "2026-11-20T02:00:00Z")
                Instant retiredAt,
        @Schema(description = "The number that the next batch is to have.", example = "43") long nextNumber,
        @Schema(description = "What the next batch is to name as `previous`.", example = "5cT0s0-P8jdkbHHsGzHtAxDCGbmr7Q9zqXq1WmQvB1Y")
                String nextPrevious,
        @Schema(description = "What has not come before it.") List<SignedGapResponse> missing,
        @Schema(description = "What has not come and will never, as staff said.") List<ClosedGapResponse> closed) {

    static SignedChainResponse of(TerminalKey key, SignedChain chain) {
        return new SignedChainResponse(
                SignedEnvelope.kid(key.terminalId(), key.number()),
                key.createdAt(),
                key.retiredAt().orElse(null),
                chain.lastNumber() + 1,
                SignedEnvelope.written(chain.lastHash()),
                chain.missing().stream().map(SignedGapResponse::of).toList(),
                chain.closed().stream().map(ClosedGapResponse::of).toList());
    }
}
