package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points of a rule on one line. */
@Serdeable
@Schema(description = "Points of a rule on one line.")
public record LinePointsResponse(
        @Schema(description = "Position of the line, 0 for what belongs to no line.", example = "1") int position,
        @Schema(description = "Points.", example = "62") long points) {}
