package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** When a rule ends. */
@Serdeable
@Schema(description = "When a rule ends.")
public record EndRuleRequest(
        @Nullable
                @Schema(
                        description = "First moment it judges no more, at least 30 seconds ahead; as soon as possible when absent.",
                        example = "2027-01-01T00:00:00Z")
                Instant at) {}
