package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A new rule. */
@Serdeable
@Schema(description = "A new earning rule.")
public record CreateRuleRequest(
        @NotNull
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 60)
                @Schema(
                        description = "Stable code, unique: sending the same rule again is refused instead of giving points twice.",
                        example = "kopi-akhir-pekan")
                String code,
        @NotNull @Valid @Schema(description = "What it says.") RuleTerms terms,
        @Nullable
                @Schema(
                        description = "First moment it judges, at least 30 seconds ahead; as soon as possible when absent.",
                        example = "2026-12-01T00:00:00Z")
                Instant from,
        @Nullable
                @Schema(description = "First moment it judges no more; open when absent.", example = "2027-01-01T00:00:00Z")
                Instant until) {}
