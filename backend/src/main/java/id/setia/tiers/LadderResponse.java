package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** The ladder as staff see it. */
@Serdeable
@Schema(description = "The ladder of tiers with its history.")
public record LadderResponse(
        @Schema(description = "How often it was changed, also its `ETag`.", example = "2") long version,
        @Schema(description = "Length of the window in whole months.", example = "6") int months,
        @Schema(
                        description = "Day of the next evaluation, when a change of thresholds takes effect for those who are members already.",
                        example = "2026-12-01")
                LocalDate nextEvaluation,
        @Schema(description = "The tiers from the lowest.") List<LadderTierResponse> tiers,
        @Schema(description = "The latest 50 ladders, the latest first.") List<LadderChangeResponse> changes,
        @Schema(description = "How it is climbed.") TierPolicyTerms policy,
        @Schema(description = "Tiers that were removed.") List<RemovedTierResponse> removed) {}
