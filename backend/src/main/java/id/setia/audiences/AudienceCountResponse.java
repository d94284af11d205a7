package id.setia.audiences;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** How many members. */
@Serdeable
@Schema(description = "How many members are in an audience now.")
public record AudienceCountResponse(
        @Schema(description = "Members.", example = "1204") long members,
        @Schema(description = "Moment of the count.", example = "2026-11-28T03:00:00Z") Instant at) {}
