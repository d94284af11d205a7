package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A membership that its member asked to close. */
@Serdeable
@Schema(description = "A membership that its member asked to close.")
record ClosingEventData(
        @Schema(description = "When it ends, unless the member changes their mind.", example = "2026-12-12T00:00:00Z") Instant finalAt,
        @Nullable @Schema(description = "Who did it: `member`, `staff`, `client` or `program`; absent where it is not told.", example = "member") String by) {}
