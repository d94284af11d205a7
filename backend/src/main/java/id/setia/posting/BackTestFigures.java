package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points of some past purchases, really given and as they would have been. */
@Serdeable
@Schema(description = "Points of past purchases of members, refunds taken off.")
public record BackTestFigures(
        @Schema(description = "Purchases.", example = "5214") long purchases,
        @Schema(description = "Purchases whose points would have been others.", example = "730") long purchasesTouched,
        @Schema(description = "Points that really stand.", example = "184200") long pointsGiven,
        @Schema(
                        description = "Points that the rules of then give for them; differs from what stands where points were put right by hand.",
                        example = "184200")
                long pointsBefore,
        @Schema(description = "Points they would have given with the rule that is tried.", example = "210950") long pointsWith,
        @Schema(description = "Points more, or negative less.", example = "26750") long difference) {

    static final BackTestFigures NONE = new BackTestFigures(0, 0, 0, 0, 0, 0);

    BackTestFigures plus(long given, long before, long with) {
        return new BackTestFigures(
                purchases + 1,
                purchasesTouched + (before == with ? 0 : 1),
                pointsGiven + given,
                pointsBefore + before,
                pointsWith + with,
                difference + with - before);
    }
}
