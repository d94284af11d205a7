package id.setia.posting;

import id.setia.points.Seals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a proof before this one found. */
@Serdeable
@Schema(description = "What a proof found, as it was kept.")
public record KeptProofResponse(
        @Schema(description = "When it was made.", example = "2026-11-20T11:41:30Z") Instant checkedAt,
        @Schema(description = "The seal it reached.", example = "48211") long sealNumber,
        @Schema(description = "Whether everything held.", example = "true") boolean holds,
        @Schema(description = "How many rows broke a promise.", example = "0") long violations) {

    static KeptProofResponse of(Seals.Proven proven) {
        return new KeptProofResponse(proven.checkedAt(), proven.sealNumber(), proven.holds(), proven.violations());
    }
}
