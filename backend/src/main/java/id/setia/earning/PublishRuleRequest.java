package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A new version of a rule. */
@Serdeable
@Schema(description = "A new version of a rule. From its first moment on it takes the place of all earlier ones.")
public record PublishRuleRequest(
        @NotNull @Valid @Schema(description = "What it says; its kind is that of the rule.") RuleTerms terms,
        @Nullable
                @Schema(
                        description = "First moment it judges, at least 30 seconds ahead; as soon as possible when absent.",
                        example = "2026-12-01T00:00:00Z")
                Instant from,
        @Nullable
                @Schema(description = "When the rule ends; open when absent.", example = "2027-01-01T00:00:00Z")
                Instant until) {}
