package id.setia.figures;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A figure in a period. */
@Serdeable
@Schema(description = "A figure in a period, and in those before it.")
public record FigureResponse(
        @Schema(description = "Which.", example = "active_members") Figure figure,
        @Schema(description = "What it is told in.", example = "members") FigureUnit unit,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "What exactly it says.") LocalText definition,
        @Schema(description = "Whether `listFigureRows` lists what is behind it.", example = "true") boolean listed,
        @Nullable @Schema(description = "How much it is; absent where it was not counted or there is nothing to divide by.")
                FigureValueResponse value,
        @Nullable
                @Schema(description = "How much it was in the period before: in all of it where the period is over, else in as many of its days.")
                FigureValueResponse before,
        @Nullable @Schema(description = "What it should be in the month; absent in other periods and where none is set.")
                FigureValueResponse target,
        @Nullable @Schema(description = "As of when it was counted; absent until it was.", example = "2026-11-22T04:10:00Z")
                Instant asOf,
        @Schema(description = "The periods up to this one, the first first: 30 days, 13 weeks or 13 months.")
                List<FigurePointResponse> trend) {}
