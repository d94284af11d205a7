package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Acts of one kind. */
@Serdeable
@Schema(description = "Acts of one kind.")
public record DailyDoneResponse(
        @Schema(description = "The kind, as in a correction.", example = "attachment") String kind,
        @Schema(description = "How many.", example = "7") long acts,
        @Schema(description = "Their points, without sign.", example = "1240") long points,
        @Schema(description = "Whether it is far more than others did that day.", example = "true") boolean unusual) {}
