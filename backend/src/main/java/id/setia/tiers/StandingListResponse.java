package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How a member's tier changed. */
@Serdeable
@Schema(description = "How a member's tier changed, the latest first.")
public record StandingListResponse(@Schema(description = "The latest 100 changes.") List<StandingItem> items) {}
