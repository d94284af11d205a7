package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Monthly evaluations. */
@Serdeable
@Schema(description = "Monthly evaluations, the latest first.")
public record TierRunListResponse(@Schema(description = "The last 24.") List<TierRunResponse> items) {}
