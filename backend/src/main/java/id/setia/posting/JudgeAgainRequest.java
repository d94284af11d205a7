package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What is to be judged again. */
@Serdeable
@Schema(description = "Which purchases of a rule are to be judged again, and how.")
public record JudgeAgainRequest(
        @Nullable
                @Min(1)
                @Schema(
                        description = "The version that was wrong; the last one that judged anything when absent.",
                        example = "3")
                Integer version,
        @Nullable
                @Schema(
                        description = "Only purchases made from this moment on; all that the version judged when absent.",
                        example = "2026-11-20T00:00:00Z")
                Instant from,
        @Nullable
                @Min(1)
                @Schema(
                        description = "The version of the same rule to judge by instead; none when absent, as if the rule had not been.",
                        example = "2")
                Integer replacement,
        @Nullable
                @Schema(
                        description = "Whether members keep what they gained, so that points are only added; `false` when absent.",
                        example = "false")
                Boolean keepGains,
        @NotBlank
                @Size(max = 500)
                @Schema(description = "Why, in words, for other staff.", example = "Tiga kali poin karena salah ketik")
                String reason) {}
