package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** How a rule was stopped. */
@Serdeable
@Schema(description = "How a rule was stopped at once.")
public record RuleStopResponse(
        @Schema(description = "Number of the version that ended it.", example = "4") int version,
        @Schema(description = "Purchases from this moment on are not judged by it.", example = "2026-11-22T03:04:05Z")
                Instant at,
        @Schema(description = "Why, in words.", example = "Faktor salah ketik: 3 alih-alih 2") String reason,
        @Nullable @Schema(description = "Who stopped it.", example = "Rina Wijaya") String stoppedBy) {}
