package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many would go from one tier to another. */
@Serdeable
@Schema(description = "How many would go from one tier to another, or stay where both are the same.")
public record TierPreviewMove(
        @Schema(description = "Code of the tier now.", example = "gold") String from,
        @Schema(description = "Code of the tier then.", example = "red") String to,
        @Schema(description = "How many by the proposed ladder.", example = "310") long members,
        @Schema(description = "How many by the ladder in force.", example = "120") long withoutChange) {}
