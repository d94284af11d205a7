package id.setia.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A sandbox's clock. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A sandbox's clock.")
record SandboxClockResponse(
        @Schema(description = "The program's time now.", example = "2027-02-01T00:00:01Z") Instant now,
        @Schema(description = "The real time now, by which tokens and sessions end.", example = "2026-11-22T03:04:06Z") Instant realTime,
        @Nullable @Schema(description = "The step that is under way; absent when there is none.") ClockMoveResponse move) {}
