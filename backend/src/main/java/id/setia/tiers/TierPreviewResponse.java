package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** Who would move. */
@Serdeable
@Schema(description = "Who would move by a proposed ladder. Nothing was changed.")
public record TierPreviewResponse(
        @Schema(description = "Last day counted.", example = "2026-10-31") LocalDate lastDay,
        @Schema(description = "How many members were looked at.", example = "20450") long members,
        @Schema(description = "To how many of them the change makes a difference.", example = "190") long different,
        @Schema(description = "How many go from tier to tier.") List<TierPreviewMove> moves,
        @Schema(description = "Members to whom it makes a difference, at most 100.") List<TierPreviewExample> examples) {}
