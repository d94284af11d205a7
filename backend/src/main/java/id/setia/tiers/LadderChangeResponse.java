package id.setia.tiers;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A ladder that was put in place of the one before. */
@Serdeable
@Schema(description = "A ladder that was put in place of the one before.")
public record LadderChangeResponse(
        @Schema(description = "Its version.", example = "2") long version,
        @Schema(description = "When it was.", example = "2026-11-22T03:04:05Z") Instant changedAt,
        @Nullable
                @Schema(description = "Who did it; absent for what the program was founded with.", example = "Rina Wijaya")
                String changedBy,
        @Schema(description = "The tiers from the lowest.") List<TierTerms> tiers,
        @Schema(description = "How it was climbed.") TierPolicyTerms policy) {}
