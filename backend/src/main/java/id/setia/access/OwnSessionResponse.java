package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A browser that is signed in. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A browser that is signed in.")
public record OwnSessionResponse(
        @Schema(description = "Whether it is the one that asks.", example = "true") boolean current,
        @Nullable @Schema(description = "Browser and system, as far as known.", example = "Chrome, Android") String device,
        @Schema(description = "When it signed in.", example = "2026-11-01T03:00:00Z") Instant signedInAt,
        @Schema(description = "When it was last used, to the minute.", example = "2026-11-22T03:00:00Z") Instant seenAt) {}
