package id.setia.posting;

import id.setia.earning.ExplanationItem;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What rules make of a purchase. */
@Serdeable
@Schema(description = "What rules would make of a purchase.")
public record TrialOutcomeResponse(
        @Schema(description = "Points in all.", example = "186") long points,
        @Schema(description = "What each rule would make of it; those that give something first.")
                List<ExplanationItem> explanation) {}
