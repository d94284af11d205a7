package id.setia.posting;

import id.setia.points.Promise;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the ledger promises, and whether it holds. */
@Serdeable
@Schema(description = "What the ledger promises: checked over all of it at the moment of asking, or as the proof of the last minute found what was new.")
public record ProofResponse(
        @Schema(description = "Whether all of it holds.", example = "true") boolean holds,
        @Schema(description = "When it was checked.", example = "2026-11-20T11:42:00Z") Instant checkedAt,
        @Schema(description = "`full`, all of it now; or `latest`, what the latest proof of the minute found.", example = "full") String mode,
        @Schema(description = "Each promise; of `latest` those that are seen among new rows, together.") List<Promise> promises,
        @Schema(description = "The sums for each funding partner; none with `latest`.") List<FunderTotalsResponse> totals,
        @Schema(description = "How the seal stands.") SealResponse seal,
        @Nullable @Schema(description = "What the proof of the last minute found; absent before the first.") KeptProofResponse latest,
        @Nullable @Schema(description = "What the last whole proof before this one found; absent before the first.") KeptProofResponse lastFull,
        @Nullable @Schema(description = "What earlier proofs of each minute had found, together, with the last seal that covers any of it; absent where all held. Rows that were mended since stay noted.") KeptProofResponse earlier) {}
