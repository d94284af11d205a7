package id.setia.posting;

import id.setia.points.Promise;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the ledger promises, checked now. */
@Serdeable
@Schema(description = "What the ledger promises, checked at the moment of asking.")
public record ProofResponse(
        @Schema(description = "Whether all of it holds.", example = "true") boolean holds,
        @Schema(description = "When it was checked.", example = "2026-11-20T11:42:00Z") Instant checkedAt,
        @Schema(description = "Each promise.") List<Promise> promises,
        @Schema(description = "The sums for each funding partner.") List<FunderTotalsResponse> totals) {}
