package id.setia.figures;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What a month's evaluation of tiers did. */
@Serdeable
@Schema(description = "What the evaluation of tiers did in the month the period ends in.")
public record TierMonthResponse(
        @Schema(description = "The month.", example = "2026-11") String month,
        @Nullable @Schema(description = "When it was done; absent while it was not.", example = "2026-10-31T17:04:00Z") Instant finishedAt,
        @Schema(description = "From which tier to which, the largest first.") List<TierFlowResponse> moves) {}
