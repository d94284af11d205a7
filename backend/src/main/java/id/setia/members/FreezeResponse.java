package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Since when a membership is frozen. */
@Serdeable
@Schema(description = "Since when a membership is frozen.")
public record FreezeResponse(
        @Schema(description = "When.", example = "2026-11-22T01:40:00Z") Instant at,
        @Schema(description = "Who froze it.", allowableValues = {"member", "staff"}, example = "member") String by) {}
