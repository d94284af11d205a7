package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** Something a member did. */
@Serdeable
@Schema(description = "Something that a member did beside buying.")
public record TellEventRequest(
        @NotNull
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 60)
                @Schema(description = "Code of the event; rules name it.", example = "survey-answered")
                String code,
        @Nullable
                @Size(min = 1, max = 100)
                @Schema(
                        description = "The caller's own key of it, unique for the member and the code; the `Idempotency-Key` when absent.",
                        example = "survey-2026-11-4711")
                String key,
        @Nullable
                @Schema(description = "When it happened, at most 30 days ago; now when absent.", example = "2026-11-22T03:04:05Z")
                Instant occurredAt) {}
