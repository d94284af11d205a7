package id.setia.profiles;

import id.setia.points.PointsSummary;
import id.setia.posting.StoreSummary;
import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The membership that waits behind a phone. */
@Serdeable
@Schema(description = "The membership that waits behind a proven phone, masked until it is claimed.")
public record ClaimResponse(
        @Schema(description = "The claim.", example = "clm_01j9zq3k5v8w2x4y6z8a0b2c4d") String claimId,
        @Schema(description = "What to finish the claim with, for half an hour.", example = "nQ3x5c0kV8JrYl2mT7wZb1uHs9eDfGaP4oRiNqXyKtM")
                String token,
        @Schema(description = "The name given at the till, masked; empty when none was.", example = "S••• D•••") String name,
        @Schema(description = "The points that wait.") PointsSummary points,
        @Schema(description = "The tier.") TierResponse tier,
        @Nullable @Schema(description = "Where it began; absent when not at a till.") StoreSummary store,
        @Schema(description = "When it began.", example = "2026-03-02T05:00:00Z") Instant since,
        @Schema(description = "Whether the card number is asked for too, since the phone was given more than six months ago.", example = "false")
                boolean cardNeeded) {

    @Override
    public String toString() {
        return "ClaimResponse[" + claimId + "]";
    }
}
