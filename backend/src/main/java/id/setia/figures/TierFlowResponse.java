package id.setia.figures;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many members went from one tier to another. */
@Serdeable
@Schema(description = "How many members the month's evaluation moved from one tier to another.")
public record TierFlowResponse(
        @Schema(description = "Code of the tier before.", example = "red") String from,
        @Schema(description = "Its name.") LocalText fromName,
        @Schema(description = "Code of the tier after.", example = "gold") String to,
        @Schema(description = "Its name.") LocalText toName,
        @Schema(description = "Whether they rose.", example = "true") boolean up,
        @Schema(description = "How many.", example = "214") long members) {}
