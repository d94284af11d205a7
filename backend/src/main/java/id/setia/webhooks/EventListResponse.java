package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A stretch of the feed. */
@Serdeable
@Schema(description = "A stretch of the feed.")
public record EventListResponse(
        @Schema(description = "The events in their order; those of one member as they happened.") List<EventResponse> items,
        @Schema(description = "Where the stretch ends: send it as `after` to go on, also when there was nothing.", example = "ZXY6MTg0NDY3") String next,
        @Schema(description = "Whether there is more to read at once.", example = "false") boolean more) {}
