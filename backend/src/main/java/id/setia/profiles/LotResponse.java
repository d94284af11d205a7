package id.setia.profiles;

import id.setia.points.Balance;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Points of one date. */
@Serdeable
@Schema(description = "Points with one date of expiry.")
public record LotResponse(
        @Schema(description = "How many are left.", example = "186") long points,
        @Schema(description = "`available`, `pending` or `held`.", example = "available") String state,
        @Schema(description = "When they were earned.", example = "2026-11-20T11:42:00Z") Instant earnedAt,
        @Nullable @Schema(description = "First moment at which they are gone; absent when never.", example = "2027-11-30T17:00:00Z")
                Instant expiresAt,
        @Nullable @Schema(description = "When pending points become available.", example = "2026-12-04T11:42:00Z")
                Instant availableAt) {

    static LotResponse of(Balance.LotLeft lot) {
        return new LotResponse(
                lot.points(),
                lot.state(),
                lot.earnedAt(),
                lot.expiresAt().orElse(null),
                lot.releasesAt().orElse(null));
    }
}
