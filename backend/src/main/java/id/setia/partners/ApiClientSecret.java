package id.setia.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A secret without itself. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A secret of an API client, without the secret itself.")
public record ApiClientSecret(
        @Schema(description = "When it was given out.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it ends, where that is settled.", example = "2026-11-23T03:04:05Z")
                Instant expiresAt) {}
